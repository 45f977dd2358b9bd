import { fieldName, valueName } from '../shared/labels';
import { moment } from '../shared/format';
import { words } from '../shared/words';
import type { Fact, Facts } from './types';

const t = words({ en: { yes: 'Yes', no: 'No' }, zh: { yes: '是', no: '否' } });

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[A-Z]{3,}$/;

/** Facts that no component knows: whatever a process tells is shown, in a list. */
export function GenericFacts({ facts, kind = '' }: { readonly facts: Facts; readonly kind?: string }) {
  return (
    <dl class="kefu-facts">
      {Object.entries(facts).map(([name, fact]) => (
        <div key={name}>
          <dt>{fieldName(name)}</dt>
          <dd><Value name={name} fact={fact} kind={kind} /></dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly name: string;
  readonly fact: Fact;
  readonly kind: string;
}

function Value({ name, fact, kind }: ValueProps) {
  if (fact === null) {
    return <>–</>;
  }
  if (typeof fact === 'boolean') {
    return <>{t(fact ? 'yes' : 'no')}</>;
  }
  if (typeof fact === 'number') {
    return <>{fact}</>;
  }
  if (typeof fact === 'string') {
    return <>{INSTANT.test(fact) ? moment(fact) : CODE.test(fact) ? valueName(name, fact, kind) : fact}</>;
  }
  if (Array.isArray(fact)) {
    return <ul class="kefu-plain-list">{(fact as readonly Fact[]).map((each, index) => <li key={index}><Value name={name} fact={each} kind={kind} /></li>)}</ul>;
  }
  return <GenericFacts facts={fact as Facts} kind={kind} />;
}
