/** What no page may do, whoever wrote it: leave our origin, open windows, reach the network, or ask for permissions. */
import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress } from './origin.ts';

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

/** Holds for every page from now on. `openExternally` hears of each address outside that somebody wants to go to. */
export function confineAllPages(openExternally: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, openExternally));
}

function confine(contents: WebContents, openExternally: (address: string) => void): void {
  const stay = (details: { url: string; preventDefault: () => void }): void => {
    const own = isOwnAddress(details.url);
    // An answer of the service is no page: the window has no way back from it.
    if (own && !new URL(details.url).pathname.startsWith('/api/')) return;
    details.preventDefault();
    if (!own) openExternally(details.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (!isOwnAddress(url)) openExternally(url);
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
