import { useQuery } from '@apollo/client/react';
import { SearchPlacesDocument } from '@tracewright/api-client';
import { PLACE_CATEGORIES } from '@tracewright/epi-core';
import { type EntryRow, takePlace, typeCell, wordOf } from '@tracewright/workbench-model';
import { type ClipboardEvent, type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';
import { Combo } from '../parts/Combo.js';
import { NewPlace } from './NewPlace.js';

interface Props {
  readonly row: EntryRow;
  readonly no: number;
  readonly editable: boolean;
  readonly onChange: (how: (row: EntryRow) => EntryRow, quietly?: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
}

const NEW = 'new-place';

/** A place by part of its name, pinyin or initials; one that is not known yet is made in place. */
export function PlaceCell({ row, no, editable, onChange, onKeyDown, onPaste }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const { tz } = useSession();
  const [making, setMaking] = useState(false);
  const wanted = useDeferredValue(row.text.place.trim());
  const searching = wanted !== '' && row.place === null && editable;
  const { data } = useQuery(SearchPlacesDocument, { variables: { text: wanted }, skip: !searching, fetchPolicy: 'network-only' });
  const found = searching ? (data?.searchPlaces ?? []) : [];
  const choices = found.map((place) => ({
    id: place.id,
    label: place.parentName ? `${place.parentName} · ${place.name}` : place.name,
    detail: [wordOf(PLACE_CATEGORIES, place.category, lang), place.areaName].filter(Boolean).join(' · '),
  }));
  if (!editable) return <span>{row.text.place}</span>;
  return (
    <div>
      <Combo
        label={t('cases.cell', { column: t('cases.entry.place'), no })}
        text={row.text.place}
        invalid={row.changed && row.text.place !== '' && row.place === null}
        onText={(text) => onChange((old) => ({ ...typeCell(old, 'place', text, { now, tz }), place: null }))}
        choices={searching ? [...choices, { id: NEW, label: t('cases.newPlace', { name: wanted }) }] : []}
        onChoose={(choice) => {
          if (choice.id === NEW) setMaking(true);
          else onChange((old) => takePlace(old, { id: choice.id, name: choice.label }));
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        column="place"
      />
      {making && (
        <NewPlace
          name={wanted}
          onClose={() => setMaking(false)}
          onMade={(place) => {
            setMaking(false);
            onChange((old) => takePlace(old, place));
          }}
        />
      )}
    </div>
  );
}
