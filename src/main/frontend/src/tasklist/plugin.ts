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

/** A module as the web applications take it. */
export interface Plugin {
  readonly id: string;
  readonly pluginPoint: 'tasklist.navbar.action' | 'tasklist.task.action' | 'tasklist.task.detail' | 'tasklist.header'
    | 'tasklist.list' | 'tasklist.card';
  readonly priority: number;
  readonly properties?: { readonly label?: string };
  render(node: HTMLElement, data: PluginData, scope: PluginScope): void;
  /** Does not say which of several is over; a plugin that is shown more than once listens to its scope. */
  unmount?(): void;
}
