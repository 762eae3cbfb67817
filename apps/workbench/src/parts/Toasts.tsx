import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Tone = 'done' | 'problem';
interface Toast {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly action?: ToastAction | undefined;
}
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}
export type Say = (tone: Tone, text: string, action?: ToastAction) => void;

const SayContext = createContext<Say>(() => {});
export const useSay = (): Say => useContext(SayContext);

/** A problem stays until it has been read twice over; a success is gone soon. */
const SHOWN_MS = { done: 5_000, problem: 12_000 };
let made = 0;

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (tone, text, action) => {
      const id = ++made;
      setToasts((all) => [...all.filter((toast) => toast.text !== text).slice(-3), { id, tone, text, action }]);
      setTimeout(() => drop(id), SHOWN_MS[tone]);
    },
    [drop],
  );
  return (
    <SayContext value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast ${toast.tone}`}>
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  drop(toast.id);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button type="button" className="plain" aria-label="×" onClick={() => drop(toast.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </SayContext>
  );
}
