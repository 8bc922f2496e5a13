/** 待转换 files of the library: how many there are, and their being read once LibreOffice is there. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ConversionView, ImportRun } from '../contract.ts';
import { AppError } from '../errors.ts';
import type { Importer } from '../importing.ts';
import { AWAITS_CONVERSION } from './converting.ts';

export interface ConversionParts {
  readonly catalogue: Catalogue;
  readonly importer: Pick<Importer, 'reparse' | 'isBusy'>;
  readonly program: () => string | null;
}

export interface Conversion {
  view(): ConversionView;
  /** Parses the waiting files again. Throws file_needs_converter without LibreOffice, not_found when none waits, import_running. */
  convert(): ImportRun;
  /** The same at a start, where there is something to convert and to convert it with. */
  convertWaiting(): void;
}

export function openConversion({ catalogue, importer, program }: ConversionParts): Conversion {
  const waiting = (): readonly string[] => catalogue.sourcesWithProblem(AWAITS_CONVERSION);
  const convert = (): ImportRun => {
    const sources = [...waiting()];
    if (program() === null) throw new AppError('file_needs_converter', { format: 'DOC / WPS / RTF' });
    if (sources.length === 0) throw new AppError('not_found', { what: AWAITS_CONVERSION });
    return importer.reparse({ sources });
  };
  return {
    view: () => ({ program: program(), waiting: waiting().length }),
    convert,
    convertWaiting() {
      if (!importer.isBusy() && waiting().length > 0 && program() !== null) convert();
    },
  };
}
