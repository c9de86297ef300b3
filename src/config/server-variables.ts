/** A variable of the environment that the server itself reads. */
export interface ServerVariable {
  readonly variable: string;
  /** What holds where it is not set. */
  readonly default: string;
  readonly description: string;
  /** What `.env.example` shows, where that is not the default. */
  readonly example?: string;
}

/** All of them; `docs/config.md` and `.env.example` are made of this table. */
export const serverVariables: readonly ServerVariable[] = [
  { variable: 'PORT', default: '4000', description: 'Port to listen on. 0 takes a free one.' },
  {
    variable: 'HOST',
    default: '127.0.0.1',
    description:
      'Address to listen on. Beyond loopback only the sandbox is served outside production; in production see GATEHOUSE_ALLOW_OPEN.',
  },
  {
    variable: 'NODE_ENV',
    default: 'development',
    description:
      '`production` writes the log as JSON lines, refuses to start without a source, and shows no upstream calls in answers unless a request asks for them. Any other value is development.',
    example: 'production',
  },
  {
    variable: 'GATEHOUSE_CONFIG',
    default: 'none',
    description: 'A JSON file with sources. Its sources come before those of the environment.',
    example: './gatehouse.json',
  },
  {
    variable: 'GATEHOUSE_CURSOR_KEY',
    default: 'made at start',
    description:
      'Signs cursors. A list joined by commas, each of at least 16 characters: the first signs, all are accepted. Give all processes that serve the same clients the same keys; without one, cursors end with the process.',
    example: 'at-least-16-characters',
  },
  {
    variable: 'GATEHOUSE_MAX_CALLS',
    default: '20000 in production, otherwise off',
    description:
      'Upstream calls that one operation may make at most, or `off`. What it could need at worst is reckoned before the first call; an operation that could need more is refused with the estimate (CALL_LIMIT_EXCEEDED).',
    example: '20000',
  },
  {
    variable: 'GATEHOUSE_MAX_OPERATIONS',
    default: '500',
    description:
      'Operations under way at once. One more is answered by 503 with `Retry-After` (OVERLOADED), instead of waiting without end.',
  },
  {
    variable: 'GATEHOUSE_DRAIN_TIME',
    default: '8000',
    description:
      'Milliseconds that operations under way get to finish when the process is told to stop (SIGTERM, SIGINT). Keep it below what the platform waits before it kills: Docker waits 10 seconds.',
  },
  {
    variable: 'GATEHOUSE_PUBLIC_URL',
    default: 'what the request was sent to',
    description:
      'What links to files of documents begin with: the URL that clients reach the gateway by. Set it behind a proxy, which the gateway does not ask whether it was reached by https.',
    example: 'https://api.example.com',
  },
  {
    variable: 'GATEHOUSE_LINK_LIFETIME',
    default: '300',
    description:
      'Seconds for which a link to the file of a document can be followed. Whoever has it may open the file until then.',
  },
  {
    variable: 'GATEHOUSE_MAX_DOWNLOADS',
    default: '50',
    description:
      'Files of documents that are sent at once. One more is answered by 503 with `Retry-After` (OVERLOADED).',
  },
  {
    variable: 'GATEHOUSE_MAX_FILE_SIZE',
    default: '512',
    description:
      'MiB that a file of a document may have, once it is unpacked. A larger one is refused, or broken off where that shows late.',
  },
  {
    variable: 'GATEHOUSE_ALLOW_OPEN',
    default: 'off',
    description:
      '`1` lets HOST be an address beyond loopback in production. Callers do not authenticate yet: set it only where something in front of the gateway does that.',
    example: '1',
  },
];
