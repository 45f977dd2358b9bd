import { render } from 'preact';
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso';
import '../shared/ui/base.css';
import { language } from '../shared/words';
import { Layout } from './Layout';
import { NothingHere } from './NothingHere';
import { routes } from './routes';

const shown = routes.map(route => ({ path: route.path, component: lazy(route.load) }));

function App() {
  return (
    <LocationProvider scope="/app">
      <Layout>
        <ErrorBoundary>
          <Router>
            {shown.map(({ path, component }) => <Route key={path} path={path} component={component} />)}
            <NothingHere default />
          </Router>
        </ErrorBoundary>
      </Layout>
    </LocationProvider>
  );
}

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
render(<App />, document.getElementById('app')!);
