import { GraphQLError } from 'graphql';

/**
 * Messages of graphql-js quote what the client sent: literals, and values of variables. Somebody is looked for by a personal
 * number, and it would stand in an error, and from there in the logs of frontends. Names of fields, types and variables stay, since
 * without them a message is of no use. graphql-js has no option for that.
 */

/** The same error, and no value of the client's in its message. */
export function withoutValues(error: GraphQLError): GraphQLError {
  const message = variableFault(error) ?? unquoted(error.message);
  if (message === error.message) return error;
  const { nodes, source, positions, path, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}

/** As graphql-js adds suggestions; it makes them of names in the schema. */
const hint = String.raw`( Did you mean (?:the enum value )?"\w+"(?:(?:, or |, | or )"\w+")*\?)?`;
const name = '[_A-Za-z][_0-9A-Za-z]*';

interface Quoting {
  readonly form: RegExp;
  /** What is said in its place. */
  readonly told: string;
  /** Where what is quoted is a name: then it stays. */
  readonly unless?: RegExp;
}

const quotings: readonly Quoting[] = [
  { form: /^(Syntax Error: .*?\b(?:String|BlockString|Int|Float)) ".*$/s, told: '$1.' },
  { form: /^(Syntax Error: Invalid (?:Unicode|character) escape sequence): .*$/s, told: '$1.' },
  {
    form: new RegExp(`^((?:\\w+|Enum "\\w+") cannot represent [a-zA-Z0-9 -]*value): .*?${hint}$`, 's'),
    told: '$1.$2',
  },
  {
    form: new RegExp(`^Value ".*" does not exist in ("\\w+" enum\\.)${hint}$`, 's'),
    told: 'The value does not exist in $1$2',
  },
  { form: /^(Expected value of type "[\w[\]!]+"), found (?!null\.$).*$/s, told: '$1.' },
  { form: /^(Argument "\w+" has invalid value) .*$/s, told: '$1.' },
  // Members of JSON may be called anything.
  {
    form: new RegExp(`^Field ".*" (is not defined by type "\\w+"\\.)${hint}$`, 's'),
    told: 'A field $1$2',
    unless: new RegExp(`^Field "${name}" is not defined by type "\\w+"\\.${hint}$`),
  },
  {
    form: /^Unexpected parameter ".*" in the request body\.$/s,
    told: 'Unexpected parameter in the request body.',
    unless: new RegExp(`^Unexpected parameter "${name}" in the request body\\.$`),
  },
];

function unquoted(message: string): string {
  const quoting = quotings.find(({ form, unless }) => form.test(message) && unless?.test(message) !== true);
  return quoting === undefined ? message : message.replace(quoting.form, quoting.told);
}

/** `Variable "$filter" got an invalid value at "filter.kind[0]"; …`; nothing where it is not about the value of a variable. */
function variableFault({ message, originalError }: GraphQLError): string | undefined {
  const [start, variable = ''] = /^Variable "\$(\w+)" got invalid value /.exec(message) ?? [];
  if (start === undefined) return undefined;
  const reason = originalError?.message ?? '';
  const before = message.slice(0, message.length - reason.length - '; '.length);
  const [, place = ''] = new RegExp(`( at "${variable}[\\w.[\\]]+")$`).exec(before) ?? [];
  return `Variable "$${variable}" got an invalid value${place}; ${unquoted(reason)}`;
}
