/** How the addresses of the engine are called where a plugin is shown. */
export interface PluginApi {
  /** Of the engine's REST API under the web applications' login. */
  readonly engineApi: string;
  readonly CSRFToken: string;
}

/** What Tasklist tells a plugin; which of it is there depends on the plugin point. */
export interface PluginData {
  readonly api: PluginApi;
  readonly taskId?: string;
}

/** The scope of Tasklist that a plugin is shown in: it says when that is over, and who is logged in. */
export interface PluginScope {
  $on(event: '$destroy', then: () => void): void;
  readonly $root?: { readonly authentication?: { readonly name?: string } };
}

/** Who is logged in to Tasklist; empty as long as nobody is. */
export function personOf(scope: PluginScope): string {
  return scope.$root?.authentication?.name ?? '';
}

/** A module as the web applications take it. */
export interface Plugin {
  readonly id: string;
  readonly pluginPoint: 'tasklist.navbar.action' | 'tasklist.task.action' | 'tasklist.task.detail' | 'tasklist.header'
    | 'tasklist.list' | 'tasklist.card';
  readonly priority: number;
  readonly properties?: { readonly label?: string };
  /** A plugin ends with its scope: Tasklist's own `unmount` does not say which of several is over. */
  render(node: HTMLElement, data: PluginData, scope: PluginScope): void;
}
