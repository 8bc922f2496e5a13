/** Reads the server-sent events of an import run. */
import type { ImportEvent } from '../contract.ts';

/** The events of `GET /imports/:id/events`, one by one, until the run ends; heartbeats are passed over. */
export async function* readImportEvents(response: Response): AsyncGenerator<ImportEvent> {
  const decoder = new TextDecoder();
  let buffered = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    buffered += decoder.decode(chunk, { stream: true });
    const blocks = buffered.split('\n\n');
    buffered = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) } as ImportEvent;
    }
  }
}
