import type { DecisionBook } from './decisions.ts';
import type { Route } from './route.ts';
import type { TextSearch } from './search.ts';
import type { Store } from './store.ts';

/** What every view needs. */
export interface Application {
  readonly store: Store;
  readonly decisions: DecisionBook;
  readonly search: TextSearch;
  /** Changes the address, and with it what is shown. `replace` leaves no step to go back to. */
  readonly go: (route: Route, replace?: boolean) => void;
  /** Tells people who cannot see the page what has changed. */
  readonly announce: (text: string) => void;
}

/** One of the views of the page. */
export interface View {
  readonly root: HTMLElement;
  show(route: Route): Promise<void> | void;
  /** Handles a key; false when it means nothing here. */
  key?(key: string): boolean;
}
