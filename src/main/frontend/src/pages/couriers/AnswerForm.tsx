import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { coverageSourceName } from '../../shared/labels';
import { provinceName, PROVINCES } from '../../shared/provinces';
import { Button, Done, Field, Panel, Refused } from '../../shared/ui';
import { language, words } from '../../shared/words';
import { saveRate, type Courier } from './api';
import { ANSWER_FIELDS, answerBody, ASKED_SOURCES, courierName, regionOf, type Answer } from './rates';

const t = words({
  en: {
    title: 'Keep what a courier answered', intro: 'Whether a courier goes somewhere, as it said itself. It counts from now on, in every quote.', courier: 'Courier', province: 'Province', city: 'City', cityHint: 'Empty: the whole province',
    reached: 'Does it go there?', yes: 'Yes', no: 'No', choose: 'Please choose', source: 'Found out by', asOf: 'On', keep: 'Keep the answer',
    kept: 'Kept: {region}, {courier}.', lost: 'Somebody else changed this row meanwhile. Look at it, then send the answer once more.'
  },
  zh: {
    title: '记录快递公司的答复', intro: '记录快递公司本身答复是否送达某地。记录后立即用于所有报价。', courier: '快递公司', province: '省份', city: '城市', cityHint: '留空表示全省',
    reached: '是否送达？', yes: '是', no: '否', choose: '请选择', source: '查询方式', asOf: '日期', keep: '记录答复',
    kept: '已记录：{region}，{courier}。', lost: '在此期间有人修改了这一行。请查看后再次提交。'
  }
});

interface Props {
  readonly couriers: readonly Courier[];
  readonly courier: string;
  readonly today: string;
  readonly onKept: (courier: string) => void;
}

/** An answer about coverage, found out by telephone or on a web site: who asks keeps it for everybody. */
export function AnswerForm({ couriers, courier, today, onKept }: Props) {
  const empty: Answer = { courier, province: '', city: '', reached: '', source: 'TELEPHONE', asOf: today };
  const [answer, setAnswer] = useState<Answer>(empty);
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState('');
  const isBusy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const provinces = useId();
  const change = (part: Partial<Answer>) => {
    setAnswer(former => ({ ...former, ...part }));
    setDone('');
  };

  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  async function keep(event: Event) {
    event.preventDefault();
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setProblem(undefined);
    setDone('');
    try {
      const kept = await saveRate(answer.courier, answerBody(answer));
      const called = couriers.find(each => each.code === answer.courier);
      setDone(t('kept', { region: regionOf(kept), courier: called ? courierName(called, language) : answer.courier }));
      setAnswer({ ...empty, courier: answer.courier, source: answer.source });
      onKept(answer.courier);
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      isBusy.current = false;
    }
  }

  return (
    <Panel title={t('title')}>
      <p class="kefu-soft">{t('intro')}</p>
      <form class="couriers-answer" ref={form} onSubmit={keep} noValidate>
        <Field label={t('courier')} refusal={problem?.at('courier')}>
          {links => (
            <select {...links} name="answer-courier" value={answer.courier} onChange={event => change({ courier: event.currentTarget.value })}>
              {couriers.map(each => <option key={each.code} value={each.code}>{courierName(each, language)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('province')} refusal={problem?.at('province')}>
          {links => <input {...links} type="text" name="answer-province" list={provinces} autocomplete="off" value={answer.province}
            onInput={event => change({ province: event.currentTarget.value })} />}
        </Field>
        <datalist id={provinces}>{PROVINCES.map(each => <option key={each} value={each}>{provinceName(each)}</option>)}</datalist>
        <Field label={t('city')} hint={t('cityHint')} refusal={problem?.at('city')}>
          {links => <input {...links} type="text" name="answer-city" autocomplete="off" value={answer.city}
            onInput={event => change({ city: event.currentTarget.value })} />}
        </Field>
        <Field label={t('reached')} refusal={problem?.at('reached')}>
          {links => (
            <select {...links} name="answer-reached" value={answer.reached}
              onChange={event => change({ reached: event.currentTarget.value as Answer['reached'] })}>
              <option value="">{t('choose')}</option><option value="true">{t('yes')}</option><option value="false">{t('no')}</option>
            </select>
          )}
        </Field>
        <Field label={t('source')} refusal={problem?.at('source')}>
          {links => (
            <select {...links} name="answer-source" value={answer.source} onChange={event => change({ source: event.currentTarget.value })}>
              {ASKED_SOURCES.map(each => <option key={each} value={each}>{coverageSourceName(each)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('asOf')} refusal={problem?.at('asOf')}>
          {links => <input {...links} type="date" name="answer-asOf" value={answer.asOf} onInput={event => change({ asOf: event.currentTarget.value })} />}
        </Field>
        <div class="couriers-ask"><Button main type="submit">{t('keep')}</Button></div>
      </form>
      <Refused problem={problem} besides={ANSWER_FIELDS} />
      {problem?.status === 409 && <p class="kefu-soft">{t('lost')}</p>}
      {done && <Done>{done}</Done>}
    </Panel>
  );
}
