import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Which address a request came from, for limits and logs. */
export type ClientAddress = (request: Pick<IncomingMessage, 'socket' | 'headers'>) => string;

/**
 * The address of the connection; behind trusted proxies the last one of `X-Forwarded-For` that is none of them. Whoever
 * is not trusted can write there what they like, and is not believed.
 *
 * @param trusted addresses, and networks as `address/bits`
 */
export function clientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const network of trusted) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string): boolean =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

  return ({ socket, headers }) => {
    const direct = plain(socket.remoteAddress ?? '');
    if (trusted.length === 0 || !isTrusted(direct)) return direct;
    const forwarded = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((each) => plain(each.trim()));
    const client = forwarded.findLast((address) => !isTrusted(address));
    // What is no address was written by somebody who wants to be counted as many.
    return client === undefined || isIP(client) === 0 ? direct : client;
  };
}

/** What limits count an address by: whoever has one of IPv6 has all of its /64, and would be counted as many. */
export function networkOf(address: string): string {
  const [plainAddress = ''] = address.split('%');
  if (isIP(plainAddress) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${plainAddress}]`).hostname.slice(1, -1).split('::');
  const groupsOf = (text = ''): readonly string[] => (text === '' ? [] : text.split(':'));
  const zeros = 8 - groupsOf(head).length - groupsOf(tail).length;
  const groups = [...groupsOf(head), ...Array<string>(zeros).fill('0'), ...groupsOf(tail)];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** An IPv4 address that an IPv6 socket met stands for itself. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
