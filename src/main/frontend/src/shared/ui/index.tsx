import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Problem } from '../api';
import { distance, moment } from '../format';
import { words } from '../words';

const t = words({
  en: {
    busy: 'Loading…',
    unreachable: 'The server does not answer. Check the network, then try again.',
    failed: 'Something went wrong ({status}).',
    loggedOut: 'You are not logged in any more.',
    login: 'Log in',
    again: 'Try again',
    late: '{distance} late',
    left: 'in {distance}'
  },
  zh: {
    busy: '加载中…',
    unreachable: '服务器没有响应。请检查网络后重试。',
    failed: '出错了（{status}）。',
    loggedOut: '登录已失效。',
    login: '重新登录',
    again: '重试',
    late: '已超时 {distance}',
    left: '还剩 {distance}'
  }
});

interface ButtonProps extends Omit<JSX.IntrinsicElements['button'], 'class'> {
  readonly main?: boolean;
}

export function Button({ main, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} class={main ? 'kefu-button is-main' : 'kefu-button'} {...rest} />;
}

/** What an input needs to belong to its label, hint and refusal. */
export interface InputLinks {
  readonly id: string;
  readonly class: 'kefu-input';
  readonly 'aria-invalid'?: 'true';
  readonly 'aria-describedby'?: string;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what was typed is refused; undefined if it isn't. */
  readonly refusal?: string | undefined;
  readonly children: (links: InputLinks) => ComponentChildren;
}

/** A labelled input with what is wrong with it below. */
export function Field({ label, hint, refusal, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ');
  return (
    <div class="kefu-field">
      <label class="kefu-label" for={id}>{label}</label>
      {children({
        id,
        class: 'kefu-input',
        ...(refusal ? { 'aria-invalid': 'true' as const } : {}),
        ...(described ? { 'aria-describedby': described } : {})
      })}
      {hint && <span class="kefu-hint" id={`${id}-hint`}>{hint}</span>}
      {refusal && <span class="kefu-refusal" id={`${id}-refusal`} role="alert">{refusal}</span>}
    </div>
  );
}

/** What to say of a problem when the server found no words for it. */
export function wordsOf(problem: Problem): string {
  if (problem.isLoggedOut) {
    return t('loggedOut');
  }
  return problem.detail || (problem.status === 0 ? t('unreachable') : t('failed', { status: problem.status }));
}

/** Where to log in, and to come back from there to where one is. */
export function loginAddress(): string {
  return `/app/login?to=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}

interface RefusedProps {
  readonly problem: Problem | undefined;
  /** Fields that show their own refusals. */
  readonly besides?: readonly string[];
  readonly onAgain?: () => void;
}

/** A problem in one line, at the place of the action. */
export function Refused({ problem, besides = [], onAgain }: RefusedProps) {
  if (!problem) {
    return null;
  }
  const text = problem.violations.length > 0 ? problem.besides(besides) : wordsOf(problem);
  if (text === undefined) {
    return null;
  }
  return (
    <div class="kefu-alert" role="alert">
      {text} {problem.isLoggedOut && <a href={loginAddress()}>{t('login')}</a>}
      {onAgain && !problem.isLoggedOut && <Button onClick={onAgain}>{t('again')}</Button>}
    </div>
  );
}

/** Something that was done, said to those who see it and those who hear it. */
export function Done({ children }: { readonly children: ComponentChildren }) {
  return <div class="kefu-done" role="status">{children}</div>;
}

/** Keeps the room of what is being loaded. */
export function Busy({ height = 120 }: { readonly height?: number }) {
  return <div class="kefu-soft" style={{ minHeight: `${height}px` }} role="status">{t('busy')}</div>;
}

export type Tone = 'plain' | 'good' | 'bad' | 'warn';

export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) {
  return <span class={tone === 'plain' ? 'kefu-badge' : `kefu-badge is-${tone}`}>{children}</span>;
}

/** A moment of the shop's clock. */
export function When({ at }: { readonly at: string }) {
  return <time dateTime={at}>{moment(at)}</time>;
}

/** A deadline, and how late it is or how much time is left. */
export function Due({ at, now }: { readonly at: string; readonly now: number }) {
  const { isPast, text } = distance(at, now);
  return (
    <span>
      <When at={at} /> <Badge tone={isPast ? 'bad' : 'plain'}>{t(isPast ? 'late' : 'left', { distance: text })}</Badge>
    </span>
  );
}

export function Panel({ title, children }: { readonly title?: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="kefu-panel" {...(title ? { 'aria-labelledby': id } : {})}>
      {title && <h2 id={id}>{title}</h2>}
      {children}
    </section>
  );
}
