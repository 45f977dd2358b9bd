// Builds what people see into the classes of the application: our pages under /app, and what is added to the web applications.
import { readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const resources = path.resolve(here, process.env.KEFU_CLASSES ?? '../../../target/classes', 'META-INF/resources');
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

await buildPlugins('tasklist', 'src/tasklist/plugins.ts');

/** Browsers keep plugin files over our releases, so the file's name changes with its content, and config.js names it. */
async function buildPlugins(application, entry) {
  const scripts = path.join(resources, 'webjars/camunda/app', application, 'scripts');
  await mkdir(scripts, { recursive: true });
  const former = (await readdir(scripts)).filter(name => /^kefu-.*\.js$/.test(name));
  await Promise.all(former.map(name => rm(path.join(scripts, name))));

  await build({
    ...common,
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: scripts,
      emptyOutDir: false,
      target: 'es2022',
      copyPublicDir: false,
      rollupOptions: {
        input: path.join(here, entry),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: 'kefu-[hash].js', inlineDynamicImports: true }
      }
    }
  });

  const built = (await readdir(scripts)).filter(name => /^kefu-.*\.js$/.test(name));
  if (built.length !== 1) {
    throw new Error(`Expected one plugin file for ${application}, found: ${built.join(', ')}`);
  }
  const config = await readFile(path.join(here, 'src/webapps', `${application}.config.js`), 'utf8');
  if (!config.includes('__PLUGINS__')) {
    throw new Error(`${application}.config.js does not say where its plugins go: __PLUGINS__`);
  }
  await writeFile(path.join(scripts, 'config.js'), config.replace('__PLUGINS__', `scripts/${built[0]}`));
}
