import { useEffect, useState } from 'react';

const EVERY_MS = 8_000;

/** Rings while something waits: a short tone now and then, and the page's title. Browsers allow sound only after a first touch. */
export function useRing(waiting: boolean): { on: boolean; toggle: () => void } {
  const [on, setOn] = useState(true);
  useEffect(() => {
    if (!waiting) return;
    const title = document.title;
    document.title = `● ${title.replace(/^● /, '')}`;
    const timer = on ? setInterval(tone, EVERY_MS) : undefined;
    return () => {
      clearInterval(timer);
      document.title = title.replace(/^● /, '');
    };
  }, [waiting, on]);
  return { on, toggle: () => setOn((now) => !now) };
}

function tone(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = 880;
  gain.gain.setValueAtTime(0.12, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + 0.5);
  oscillator.onended = () => void audio.close();
}
