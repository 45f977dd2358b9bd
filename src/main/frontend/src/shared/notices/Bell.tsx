import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../api';
import { Button, Due, loginAddress, Refused, When } from '../ui';
import { words } from '../words';
import { showOnDesktop } from './desktop';
import { useNotices } from './feed';
import { caseAddress, count, readUntil, taskAddress, type Notice, type NoticeKind } from './notices';

const t = words({
  en: {
    bell: 'Notices', none: 'Notices, none unread', some: 'Notices, {count} unread',
    nothing: 'Nothing new.', allRead: 'All read', settings: 'Settings', unread: 'unread',
    connecting: 'Connecting…', cutOff: 'Cut off from the server; what is new comes later.',
    loggedOut: 'You are not logged in any more.', login: 'Log in', order: 'Order {number}', isNew: 'New: {what}', openCase: 'Case {number}'
  },
  zh: {
    bell: '提醒', none: '提醒，没有未读', some: '提醒，{count} 条未读',
    nothing: '没有新提醒。', allRead: '全部已读', settings: '设置', unread: '未读',
    connecting: '正在连接…', cutOff: '与服务器的连接已断开，新提醒会稍后送达。',
    loggedOut: '登录已失效。', login: '重新登录', order: '订单 {number}', isNew: '新提醒：{what}', openCase: '工单 {number}'
  }
});

const kinds = words<NoticeKind>({
  en: { TASK_FOR_ME: 'For you', TASK_FOR_GROUP: 'For your group', TASK_OVERDUE: 'Overdue' },
  zh: { TASK_FOR_ME: '分配给您', TASK_FOR_GROUP: '小组任务', TASK_OVERDUE: '已逾期' }
});

const summary = (notice: Notice): string => [`${kinds(notice.kind)}: ${notice.task}`, notice.caseNumber]
  .filter(Boolean).join(', ');

/** What is new for the person, in Tasklist's bar and on our pages. */
export function Bell() {
  const { page, state, ahead, news, replace } = useNotices();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [heard, setHeard] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const unread = count(page);

  useEffect(() => showOnDesktop(notice => `${kinds(notice.kind)}: ${notice.task}`,
    notice => [notice.caseNumber, notice.orderNumber].filter(Boolean).join(' · ')), []);

  useEffect(() => {
    if (news.length > 0) {
      setHeard(news.map(each => t('isNew', { what: summary(each) })).slice(0, 3).join(' '));
    }
  }, [news]);

  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  const steer = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const entries = [...(place.current?.querySelectorAll<HTMLElement>('.kefu-notice-task') ?? [])];
      const at = entries.findIndex(each => each === document.activeElement);
      const next = entries[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    }
  };

  const readAll = (): void => {
    if (page) {
      setProblem(undefined);
      readUntil(page.latest).then(replace,
        (failure: unknown) => setProblem(failure instanceof Problem ? failure : new Problem(0, '')));
    }
  };

  return (
    <div class="kefu kefu-bell" ref={place} onKeyDown={steer}>
      <button type="button" class="kefu-bell-button" ref={button} aria-expanded={isOpen} aria-controls={id}
        aria-label={unread ? t('some', { count: unread }) : t('none')} title={state === 'cutOff' ? t('cutOff') : t('bell')}
        onClick={() => setOpen(!isOpen)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path fill="currentColor" d="M8 1a1 1 0 0 1 1 1v.4A4.5 4.5 0 0 1 12.500 6.800V10l1.300 1.900a.4.4 0 0 1-.3.6H2.500a.4.4 0 0 1-.3-.6L3.500 10V6.800A4.500 4.500 0 0 1 7 2.400V2a1 1 0 0 1 1-1Zm-1.800 12.500h3.600a1.800 1.800 0 0 1-3.600 0Z" />
        </svg>
        <span class={unread ? 'kefu-bell-count' : 'kefu-bell-count is-empty'} aria-hidden="true">{unread || '0'}</span>
        {state === 'cutOff' && <span class="kefu-bell-cut" aria-hidden="true">!</span>}
      </button>
      <span class="kefu-hidden" role="status" aria-live="polite">{state === 'cutOff' ? t('cutOff') : heard}</span>
      <div id={id} class="kefu-bell-list" hidden={!isOpen} role="group" aria-label={t('bell')}>
        <div class="kefu-bell-head">
          <Button disabled={!page || page.unread === 0} onClick={readAll}>{t('allRead')}</Button>
          <a href="/app/notices">{t('settings')}</a>
        </div>
        <Refused problem={problem} />
        {state === 'cutOff' && <p class="kefu-bell-said">{t('cutOff')}</p>}
        {state === 'loggedOut' && <p class="kefu-bell-said">{t('loggedOut')} <a href={loginAddress()}>{t('login')}</a></p>}
        {!page && state === 'connecting' && <p class="kefu-bell-said">{t('connecting')}</p>}
        {page && page.notices.length === 0 && <p class="kefu-bell-said">{t('nothing')}</p>}
        <ul>{page?.notices.map(each => <Entry key={each.id} notice={each} now={Date.now() + ahead} onOpen={() => setOpen(false)} />)}</ul>
      </div>
    </div>
  );
}

function Entry({ notice, now, onOpen }: { readonly notice: Notice; readonly now: number; readonly onOpen: () => void }) {
  return (
    <li class={notice.isRead ? 'kefu-notice' : 'kefu-notice is-unread'}>
      <a class="kefu-notice-task" href={taskAddress(notice.taskId)} onClick={onOpen}>
        {!notice.isRead && <span class="kefu-hidden">{t('unread')} </span>}
        <span class="kefu-notice-kind">{kinds(notice.kind)}</span> <strong>{notice.task}</strong>
      </a>
      <div class="kefu-notice-more">
        {notice.caseNumber && <a href={caseAddress(notice.caseNumber)}>{t('openCase', { number: notice.caseNumber })}</a>}
        {notice.orderNumber && <span>{t('order', { number: notice.orderNumber })}</span>}
        {notice.dueAt ? <Due at={notice.dueAt} now={now} /> : <When at={notice.at} />}
      </div>
    </li>
  );
}
