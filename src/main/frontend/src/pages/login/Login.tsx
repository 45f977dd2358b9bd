import { useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { useTitle } from '../../shared/title';
import { Button, Field, Panel, wordsOf } from '../../shared/ui';
import { words } from '../../shared/words';
import { logIn } from './login';
import { wanted } from './target';

const t = words({
  en: { title: 'Log in', name: 'User name', password: 'Password', wrong: 'The user name or the password is wrong.',
    tooOften: 'Too many attempts. Please wait a moment, then try again.', hint: 'The same account as for the task list.' },
  zh: { title: '登录', name: '用户名', password: '密码', wrong: '用户名或密码错误。', tooOften: '尝试次数过多，请稍后再试。', hint: '与任务列表使用同一账号。' }
});

/** The login of our pages; it leads on to the page that was wanted. */
export default function Login() {
  useTitle(t('title'));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);

  const send = async (event: Event) => {
    event.preventDefault();
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      await logIn(name, password);
      location.replace(wanted(location.search, location.origin));
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
      setPassword('');
      setSending(false);
    }
  };
  return (
    <div class="kefu-login">
      <Panel title={t('title')}>
        <form onSubmit={send}>
          <Field label={t('name')} hint={t('hint')}>
            {links => <input {...links} name="username" type="text" autocomplete="username" autofocus required value={name}
              onInput={event => setName(event.currentTarget.value)} />}
          </Field>
          <Field label={t('password')}>
            {links => <input {...links} name="password" type="password" autocomplete="current-password" required value={password}
              onInput={event => setPassword(event.currentTarget.value)} />}
          </Field>
          {problem && <p class="kefu-alert" role="alert">{refusal(problem)}</p>}
          <Button main type="submit" disabled={isSending}>{t('title')}</Button>
        </form>
      </Panel>
    </div>
  );
}

function refusal(problem: Problem): string {
  if (problem.status === 429) {
    return problem.detail || t('tooOften');
  }
  return problem.status === 401 ? t('wrong') : wordsOf(problem);
}
