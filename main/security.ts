/** What no page may do, whoever wrote it: leave our origin, open windows, reach the network, or ask for permissions. */
import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress, isOwnPage } from './origin.ts';

// Copying text on a click is all that the client needs beyond what every page may do.
const PERMITTED = 'clipboard-sanitized-write';

/** Chromium's own traffic: checks for components, spelling dictionaries, metrics. Before the application is ready. */
export function silenceChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
}

export interface Ways {
  /** Hears of each address outside that somebody wants to go to. */
  readonly openExternally: (address: string) => void;
  /** Hears of each page of ours that somebody wants in a window of its own, as by Ctrl and a click. */
  readonly openWindow: (address: string) => void;
}

/** Holds for every page from now on. */
export function confineAllPages(ways: Ways): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, ways));
}

function confine(contents: WebContents, { openExternally, openWindow }: Ways): void {
  const stay = (details: { url: string; preventDefault: () => void }): void => {
    if (isOwnPage(details.url)) return;
    details.preventDefault();
    if (!isOwnAddress(details.url)) openExternally(details.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    // The page opens nothing by itself, not even a page of ours: the window is made here, confined like the first.
    if (isOwnPage(url)) openWindow(url);
    else if (!isOwnAddress(url)) openExternally(url);
    return { action: 'deny' };
  });
}

export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === PERMITTED && isOwnAddress(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === PERMITTED && isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_request, answer) => answer({ cancel: true }),
  );
}
