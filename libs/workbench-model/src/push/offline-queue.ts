/** Where the queue is kept between visits: a browser's localStorage, or anything like it. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** An answer given at the door, with the time of the act, not of the sending. */
export interface Unsent<T> {
  readonly id: string;
  readonly at: string;
  readonly input: T;
}

export type Delivery = 'sent' | 'refused' | 'unreachable';

/**
 * Answers that could not be sent yet, oldest first. Kept per account, so that a shared phone does not send another's; emptied at sign-out
 * by {@link OfflineQueue.clear}.
 */
export class OfflineQueue<T> {
  constructor(
    private readonly shelf: Shelf,
    private readonly key: string,
  ) {}

  all(): Unsent<T>[] {
    const text = this.shelf.getItem(this.key);
    return text === null ? [] : (JSON.parse(text) as Unsent<T>[]);
  }

  /** A later answer about the same thing replaces the former. */
  add(entry: Unsent<T>): void {
    this.store([...this.all().filter((one) => one.id !== entry.id), entry]);
  }

  clear(): void {
    this.shelf.removeItem(this.key);
  }

  /** Sends in order and stops at the first that does not get through; what the server refuses is taken out and handed back. */
  async flush(send: (entry: Unsent<T>) => Promise<Delivery>): Promise<{ sent: number; refused: Unsent<T>[] }> {
    let sent = 0;
    const refused: Unsent<T>[] = [];
    for (const entry of this.all()) {
      const delivery = await send(entry);
      if (delivery === 'unreachable') break;
      if (delivery === 'sent') sent++;
      else refused.push(entry);
      this.store(this.all().filter((one) => one.id !== entry.id));
    }
    return { sent, refused };
  }

  private store(entries: readonly Unsent<T>[]): void {
    if (entries.length === 0) this.clear();
    else this.shelf.setItem(this.key, JSON.stringify(entries));
  }
}
