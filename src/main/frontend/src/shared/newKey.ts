/** A name that nobody else gives to anything; for calls that may be sent twice and must count once. Also without HTTPS. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
