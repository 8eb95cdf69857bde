import type { Block } from '#shared/paper/sheet'
import { numbered } from '../paper/numbered'

function LetterBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p className="letter-paragraph">
          {numbered(block.runs).map(({ key, item: run }) => (run.strong ? <strong key={key}>{run.text}</strong> : run.text))}
        </p>
      )
    case 'table':
      return (
        <table className="letter-table">
          <tbody>
            {block.rows.map(row => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td className="colon">:</td>
                <td>{row.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'box':
      return <p className="letter-box">{block.text}</p>
  }
}

export const LetterBlocks = ({ blocks }: { blocks: Block[] }) =>
  numbered(blocks).map(({ key, item: block }) => <LetterBlock key={key} block={block} />)
