@echo off
rem Stands where Electron's executable would: the project's own Node 24 runs the built main process.
setlocal
set "node=%STANDIN_NODE%"
if not defined node set "node=%~dp0..\..\node_modules\node\bin\node.exe"
if not exist "%node%" set "node=node"
set "inspect="
for %%a in (%*) do if "%%~a"=="--inspect" set "inspect=--inspect"
echo %* | findstr /c:"--inspect=0" >nul && set "inspect=--inspect=0"
"%node%" %inspect% "%~dp0start.ts" %*
