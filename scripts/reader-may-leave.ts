// Whoever reads only the beginning of what is printed (`| head`) ends the printing, not the work: nothing is thrown when they leave.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
