// Builds what people see into the classes of the application: our pages under /app, and what is added to the web applications.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const resources = path.resolve(here, process.env.KEFU_CLASSES ?? '../../../target/classes', 'META-INF/resources');
const applications = ['tasklist', 'admin', 'cockpit', 'welcome'];
const common = {
  configFile: false,
  root: here,
  logLevel: 'warn',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'eof' }
};

await build({
  ...common,
  base: '/app/',
  build: {
    outDir: path.join(resources, 'app'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false }
  }
});

const words = await fingerprint(wordsOfTheWebApplications());

await buildConfig('tasklist', { __PLUGINS__: await buildPlugins('tasklist', 'src/tasklist/plugins.ts') });
await buildConfig('admin');
await buildConfig('cockpit');
await buildConfig('welcome');
await Promise.all(applications.map(buildStyles));

/**
 * Browsers keep plugin files over our releases, so the file's name changes with its content.
 *
 * @returns the file as config.js names it
 */
async function buildPlugins(application, entry) {
  const scripts = folder(application);
  await mkdir(scripts, { recursive: true });
  const former = (await readdir(scripts)).filter(name => /^kefu-.*\.js$/.test(name));
  await Promise.all(former.map(name => rm(path.join(scripts, name))));

  await buildScript(scripts, entry, 'kefu-[hash].js');

  const built = (await readdir(scripts)).filter(name => /^kefu-.*\.js$/.test(name));
  if (built.length !== 1) {
    throw new Error(`Expected one plugin file for ${application}, found: ${built.join(', ')}`);
  }
  return `scripts/${built[0]}`;
}

/** What the web application is told, in one file without imports: it is fetched anew each time, other files would not be. */
async function buildConfig(application, known = {}) {
  await buildScript(folder(application), `src/webapps/${application}.config.ts`, 'config.js', { __WORDS__: words, ...known });
}

async function buildScript(outDir, entry, name, known = {}) {
  await build({
    ...common,
    publicDir: false,
    define: {
      'process.env.NODE_ENV': '"production"',
      ...Object.fromEntries(Object.entries(known).map(([key, value]) => [key, JSON.stringify(value)]))
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      copyPublicDir: false,
      rollupOptions: {
        input: path.join(here, entry),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: name, inlineDynamicImports: true }
      }
    }
  });
}

/** One file for each of them: what concerns it alone, and what concerns all. */
async function buildStyles(application) {
  const styles = folder(application, 'styles');
  await mkdir(styles, { recursive: true });
  const parts = await Promise.all([application, 'all'].map(name =>
    readFile(path.join(here, 'src/webapps/styles', `${name}.css`), 'utf8')));
  await writeFile(path.join(styles, 'user-styles.css'), parts.join('\n'));
}

function folder(application, kind = 'scripts') {
  return path.join(resources, 'webjars/camunda/app', application, kind);
}

function wordsOfTheWebApplications() {
  const sources = path.resolve(here, '../resources');
  const chinese = applications
    .map(application => `META-INF/resources/webjars/camunda/app/${application}/locales/zh.json`);
  return [...chinese, 'dev/kefu/workflow/web/english-words.json'].map(file => path.join(sources, file));
}

async function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 12);
}
