import { useQuery } from '@apollo/client/react';
import { AreasDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { Combo } from './Combo.js';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (areaId: string | null) => void;
  /** Only areas where nobody of ours works. */
  readonly outside?: boolean;
  readonly first?: boolean;
  readonly placeholder?: string;
}

/** Any area the asker may choose, found by any part of its name or of an area above it. */
export function AreaPicker({ label, value, onChange, outside, first, placeholder }: Props) {
  const { data } = useQuery(AreasDocument, { fetchPolicy: 'cache-first' });
  const [typed, setTyped] = useState<string | null>(null);
  const areas = data?.areas ?? [];
  const byId = new Map(areas.map((area) => [area.id, area]));
  const words = (area: (typeof areas)[number]): string => {
    const above = area.parentId ? byId.get(area.parentId) : undefined;
    return above ? `${above.name} ${area.name}` : area.name;
  };
  const text = typed ?? (value ? (byId.get(value)?.name ?? '') : '');
  const found = areas
    .filter((area) => (outside === undefined || area.outside === outside) && words(area).includes(text.trim()))
    .slice(0, 12);
  return (
    <Combo
      label={label}
      text={text}
      first={first ?? false}
      placeholder={placeholder ?? ''}
      onText={(next) => {
        setTyped(next);
        if (next === '') onChange(null);
      }}
      choices={found.map((area) => ({ id: area.id, label: area.name, detail: area.parentId ? byId.get(area.parentId)?.name : undefined }))}
      onChoose={(choice) => {
        setTyped(null);
        onChange(choice.id);
      }}
    />
  );
}
