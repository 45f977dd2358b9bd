import { useId } from 'preact/hooks';
import type { InputLinks } from '../shared/ui';
import { provinceName, PROVINCES } from '../shared/provinces';
import { words } from '../shared/words';

const t = words({
  en: { province: 'Province', city: 'City', district: 'District', street: 'Street and number', postcode: 'Postcode' },
  zh: { province: '省份', city: '城市', district: '区县', street: '街道门牌', postcode: '邮编' }
});

export const ADDRESS_PARTS = ['province', 'city', 'district', 'street', 'postcode'] as const;

type Part = typeof ADDRESS_PARTS[number];
type Address = Partial<Record<Part, string>>;

interface Props {
  readonly links: InputLinks;
  /** The address as JSON, as it is sent; empty if nothing was typed. */
  readonly value: string;
  readonly onType: (json: string) => void;
}

/** The parts of an address, each in a field of its own. */
export function AddressInput({ links, value, onType }: Props) {
  const provinces = useId();
  const address = addressIn(value);
  const type = (part: Part, text: string) => onType(jsonOf({ ...address, [part]: text }));
  const { id, ...others } = links;
  return (
    <span class="kefu-address" role="group">
      {ADDRESS_PARTS.map((part, index) => (
        <input key={part} {...others} {...(index === 0 ? { id, list: provinces } : {})} type="text" name={`address-${part}`} aria-label={t(part)} placeholder={t(part)}
          autocomplete="off" value={address[part] ?? ''} onInput={event => type(part, event.currentTarget.value)} />
      ))}
      <datalist id={provinces}>{PROVINCES.map(each => <option key={each} value={each}>{provinceName(each)}</option>)}</datalist>
    </span>
  );
}

function addressIn(json: string): Address {
  try {
    const read = JSON.parse(json) as unknown;
    return typeof read === 'object' && read !== null ? read as Address : {};
  } catch {
    return {};
  }
}

/** Parts that nobody filled in are left out, and an address without any is none. */
function jsonOf(address: Address): string {
  const given = Object.entries(address).filter(([, text]) => text !== '');
  return given.length === 0 ? '' : JSON.stringify(Object.fromEntries(given));
}
