import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { money } from '../../shared/format';
import { coverageSourceName } from '../../shared/labels';
import { provinceName, PROVINCES } from '../../shared/provinces';
import { Badge, Button, Field, Panel, Refused } from '../../shared/ui';
import { language, words } from '../../shared/words';
import { askQuotes, type Courier, type Quote, type QuoteQuestion } from './api';
import { courierName } from './rates';

const t = words({
  en: {
    title: 'What does it cost to send?', province: 'Province', city: 'City', weight: 'Weight', weightHint: 'Grams, or such as 1.5kg',
    courier: 'Courier', every: 'Every courier', ask: 'Quote', answer: 'Quotes to {region}, {weight}', reached: 'Reached', notReached: 'Not reached',
    fee: 'Fee', days: 'Days', difference: 'Customer pays', coverage: 'Coverage', isDefault: 'default', free: 'free of the difference', none: 'No courier is in the table yet.',
    nobody: '–', why: 'How it comes about'
  },
  zh: {
    title: '运费查询', province: '省份', city: '城市', weight: '重量', weightHint: '单位为克，也可写 1.5kg',
    courier: '快递公司', every: '全部快递公司', ask: '查询运费', answer: '寄往{region}、{weight}的报价', reached: '可送达', notReached: '不可送达',
    fee: '运费', days: '时效（天）', difference: '客户补差价', coverage: '覆盖信息', isDefault: '默认', free: '免差价', none: '标准表中还没有快递公司。',
    nobody: '–', why: '计算说明'
  }
});

const FIELDS = ['province', 'city', 'weight', 'courier'] as const;

interface Props {
  readonly couriers: readonly Courier[];
  /** Changes when a rate was changed: what is shown was worked out from the rate before. */
  readonly version: number;
}

interface Answered {
  readonly question: QuoteQuestion;
  readonly quotes: readonly Quote[];
}

/** Where to, how heavy, with whom: each courier's fee, and how it comes about. */
export function QuoteBox({ couriers, version }: Props) {
  const [question, setQuestion] = useState<QuoteQuestion>({ province: '', city: '', weight: '1kg', courier: '' });
  const [answered, setAnswered] = useState<Answered>();
  const [problem, setProblem] = useState<Problem>();
  const underWay = useRef<AbortController>();
  const form = useRef<HTMLFormElement>(null);
  const provinces = useId();
  const change = (part: Partial<QuoteQuestion>) => setQuestion(former => ({ ...former, ...part }));

  useEffect(() => () => underWay.current?.abort(), []);
  useEffect(() => {
    if (version > 0 && answered) {
      void look(answered.question);
    }
  }, [version]);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  async function look(asked: QuoteQuestion) {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    try {
      const quotes = await askQuotes(asked, controller.signal);
      setProblem(undefined);
      setAnswered({ question: asked, quotes });
    } catch (failure) {
      if (!controller.signal.aborted) {
        setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
        setAnswered(undefined);
      }
    }
  }

  const ask = (event: Event) => {
    event.preventDefault();
    void look(question);
  };
  return (
    <Panel title={t('title')}>
      <form class="couriers-question" ref={form} onSubmit={ask} noValidate>
        <Field label={t('province')} refusal={problem?.at('province')}>
          {links => <input {...links} type="text" name="province" list={provinces} autocomplete="off" value={question.province}
            onInput={event => change({ province: event.currentTarget.value })} />}
        </Field>
        <datalist id={provinces}>{PROVINCES.map(each => <option key={each} value={each}>{provinceName(each)}</option>)}</datalist>
        <Field label={t('city')} refusal={problem?.at('city')}>
          {links => <input {...links} type="text" name="city" autocomplete="off" value={question.city}
            onInput={event => change({ city: event.currentTarget.value })} />}
        </Field>
        <Field label={t('weight')} hint={t('weightHint')} refusal={problem?.at('weight')}>
          {links => <input {...links} type="text" name="weight" autocomplete="off" value={question.weight}
            onInput={event => change({ weight: event.currentTarget.value })} />}
        </Field>
        <Field label={t('courier')} refusal={problem?.at('courier')}>
          {links => (
            <select {...links} name="courier" value={question.courier} onChange={event => change({ courier: event.currentTarget.value })}>
              <option value="">{t('every')}</option>
              {couriers.map(each => <option key={each.code} value={each.code}>{courierName(each, language)}</option>)}
            </select>
          )}
        </Field>
        <div class="couriers-ask"><Button main type="submit">{t('ask')}</Button></div>
      </form>
      <Refused problem={problem} besides={FIELDS} />
      <div class="couriers-quotes" role="status">{answered && <Quotes {...answered} />}</div>
    </Panel>
  );
}

function Quotes({ question, quotes }: Answered) {
  if (quotes.length === 0) {
    return <p class="kefu-soft">{t('none')}</p>;
  }
  return (
    <div class="kefu-scroll">
      <table class="kefu-table">
        <caption class="couriers-caption">
          {t('answer', { region: [question.province, question.city].filter(Boolean).join(' '), weight: question.weight })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('courier')}</th><th scope="col">{t('coverage')}</th><th scope="col" class="is-number">{t('fee')}</th>
            <th scope="col" class="is-number">{t('difference')}</th><th scope="col" class="is-number">{t('days')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>{quotes.map(each => <Row key={each.courier} quote={each} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ quote }: { readonly quote: Quote }) {
  // What it would cost where it does not go is no offer; the explanation still says it
  const amount = (text: string | null) => (text === null || !quote.reached ? t('nobody') : money(text, quote.currency ?? ''));
  const coverage = [quote.coverageSource && coverageSourceName(quote.coverageSource), quote.coverageAsOf].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row">
        {quote.name} <span class="kefu-soft">{quote.courier}</span>
        <div>
          {quote.isDefault && <Badge>{t('isDefault')}</Badge>} {quote.freeOfDifference && <Badge>{t('free')}</Badge>}
        </div>
      </th>
      <td>
        <Badge tone={quote.reached ? 'good' : 'bad'}>{t(quote.reached ? 'reached' : 'notReached')}</Badge>
        <div class="kefu-soft kefu-nowrap">{coverage}</div>
      </td>
      <td class="is-number"><strong>{amount(quote.fee)}</strong></td>
      <td class="is-number">{amount(quote.difference)}</td>
      <td class="is-number">{(quote.reached ? quote.days : null) ?? t('nobody')}</td>
      <td class="couriers-why">{quote.explanation}</td>
    </tr>
  );
}
