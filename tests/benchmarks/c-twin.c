/*
 * The first degree in C over the very columns that the index wrote to its files: same cells, same scan, same sums per person. Without
 * merges, removals and surest bounds, which the index looks at as well.
 *
 * Arguments: the number of people, then for each segment: file, size, minStart, lastStart, maxEnd, place low and size, person low and size;
 * for rows and for entries the bits of a key, of a start and of the low part of a length, and the length that is overlong; and the byte
 * offsets of twelve columns, 0 for one that is not there. Standard input: a line `least cases`, then `person from to` for each case, again
 * and again. Answers a line for each: milliseconds, pairs, sums of first, total and encounters, and the figure of the rows.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Stays in one order, two words each: key and high bits of the length; start and low bits of the length. */
typedef struct {
  int32_t key_bits, start_bits, low_bits, overlong;
  const uint32_t *words;
  /* Stays whose length the bits do not hold, in order, and their ends. */
  const int32_t *long_at, *long_ends;
} Stays;

typedef struct {
  int32_t size, min_start, last_start, max_end, place_low, places, person_low, people;
  /* Their keys: the number of the person, the slot of the place. */
  Stays rows, entries;
  const int32_t *cells_from, *rows_from, *longest, *entries_from;
  /* Numbers in order; NULL: every number from low on has its slot. */
  const int32_t *places_sorted, *people_sorted;
} Segment;

typedef struct { int32_t person, from, to; } Case;
typedef struct { int32_t *source, *contact, *first, *total, *count; size_t length, room; } Pairs;

static Segment *segments;
static int segment_count;
static int32_t *stamp, *first_of, *total_of, *count_of, *touched;
static int32_t touched_count, stamp_now;
static Pairs out;

static int32_t *whole(const char *path) {
  int file = open(path, O_RDONLY);
  struct stat about;
  if (file < 0 || fstat(file, &about) != 0) { perror(path); exit(1); }
  char *copy = malloc(about.st_size);
  for (off_t at = 0; at < about.st_size;) {
    ssize_t got = read(file, copy + at, about.st_size - at);
    if (got <= 0) { perror(path); exit(1); }
    at += got;
  }
  close(file);
  return (int32_t *)copy;
}

static int32_t first_at_least(const int32_t *column, int32_t low, int32_t high, int32_t value) {
  while (low < high) {
    int32_t middle = low + ((high - low) >> 1);
    if (column[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

static int32_t slot_of(int32_t number, int32_t low, int32_t slots, const int32_t *sorted) {
  if (sorted == NULL) return number >= low && number - low < slots ? number - low : -1;
  int32_t slot = first_at_least(sorted, 0, slots, number);
  return slot < slots && sorted[slot] == number ? slot : -1;
}

static inline int32_t key_of(const Stays *s, int32_t at) { return s->words[at * 2] & ((1u << s->key_bits) - 1); }

/* Counted from the segment's first. */
static inline int32_t start_of(const Stays *s, int32_t at) { return s->words[at * 2 + 1] & ((1u << s->start_bits) - 1); }

static inline int32_t end_of(const Stays *s, int32_t at, int32_t start) {
  int32_t length = s->words[at * 2 + 1] >> s->start_bits | (uint64_t)s->words[at * 2] >> s->key_bits << s->low_bits;
  if (length != s->overlong) return start + length;
  int32_t i = 0;
  while (s->long_at[i] != at) i++;
  return s->long_ends[i];
}

static int32_t first_starting_at(const Stays *s, int32_t low, int32_t high, int32_t value) {
  while (low < high) {
    int32_t middle = low + ((high - low) >> 1);
    if (start_of(s, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

static inline void add(int32_t person, int32_t from, int32_t seconds) {
  if (stamp[person] != stamp_now) {
    stamp[person] = stamp_now;
    first_of[person] = from;
    total_of[person] = seconds;
    count_of[person] = 1;
    touched[touched_count++] = person;
    return;
  }
  if (from < first_of[person]) first_of[person] = from;
  total_of[person] += seconds;
  count_of[person]++;
}

static void at_place(const Segment *s, int32_t place, int32_t own, int32_t from, int32_t to, int32_t least) {
  int32_t slot = slot_of(place, s->place_low, s->places, s->places_sorted);
  if (slot < 0) return;
  for (int32_t cell = s->cells_from[slot]; cell < s->cells_from[slot + 1]; cell++) {
    int32_t longest = s->longest[cell];
    if (longest < least || from + least - longest > s->last_start) continue;
    int32_t last = s->rows_from[cell + 1];
    int32_t row = first_starting_at(&s->rows, s->rows_from[cell], last, from + least - longest - s->min_start);
    for (; row < last; row++) {
      int32_t start = start_of(&s->rows, row) + s->min_start;
      if (start + least > to) break;
      int32_t end = end_of(&s->rows, row, start);
      int32_t person = key_of(&s->rows, row);
      if (end < from + least || person == own) continue;
      int32_t begins = start > from ? start : from;
      int32_t ends = end < to ? end : to;
      if (ends - begins >= least) add(person, begins, ends - begins);
    }
  }
}

static void emit(int32_t source) {
  if (out.length + touched_count > out.room) {
    out.room = (out.length + touched_count) * 2;
    int32_t **columns[] = { &out.source, &out.contact, &out.first, &out.total, &out.count };
    for (int c = 0; c < 5; c++) *columns[c] = realloc(*columns[c], out.room * sizeof(int32_t));
  }
  for (int32_t i = 0; i < touched_count; i++, out.length++) {
    int32_t who = touched[i];
    out.source[out.length] = source;
    out.contact[out.length] = who;
    out.first[out.length] = first_of[who];
    out.total[out.length] = total_of[who];
    out.count[out.length] = count_of[who];
  }
}

static void first_degree(const Case *cases, int32_t count, int32_t least) {
  out.length = 0;
  for (int32_t k = 0; k < count; k++) {
    const Case *c = &cases[k];
    stamp_now++;
    touched_count = 0;
    for (int i = 0; i < segment_count; i++) {
      const Segment *s = &segments[i];
      if (s->min_start >= c->to || s->max_end < c->from) continue;
      int32_t who = slot_of(c->person, s->person_low, s->people, s->people_sorted);
      if (who < 0) continue;
      for (int32_t entry = s->entries_from[who]; entry < s->entries_from[who + 1]; entry++) {
        int32_t start = s->min_start + start_of(&s->entries, entry);
        int32_t end = end_of(&s->entries, entry, start);
        int32_t from = start > c->from ? start : c->from;
        int32_t to = end < c->to ? end : c->to;
        if (to - from < least) continue;
        int32_t slot = key_of(&s->entries, entry);
        int32_t place = s->places_sorted == NULL ? s->place_low + slot : s->places_sorted[slot];
        for (int j = 0; j < segment_count; j++)
          if (segments[j].min_start + least <= to && segments[j].max_end >= from + least)
            at_place(&segments[j], place, c->person, from, to, least);
      }
    }
    emit(k);
  }
}

int main(int argc, char **argv) {
  const int each = 29;
  int32_t people = atoi(argv[1]);
  segment_count = (argc - 2) / each;
  segments = calloc(segment_count, sizeof(Segment));
  for (int i = 0; i < segment_count; i++) {
    char **a = argv + 2 + i * each;
    Segment *s = &segments[i];
    const int32_t *base = whole(a[0]);
    int32_t *numbers[] = { &s->size, &s->min_start, &s->last_start, &s->max_end, &s->place_low, &s->places, &s->person_low, &s->people,
                           &s->rows.key_bits, &s->rows.start_bits, &s->rows.low_bits, &s->rows.overlong,
                           &s->entries.key_bits, &s->entries.start_bits, &s->entries.low_bits, &s->entries.overlong };
    for (int n = 0; n < 16; n++) *numbers[n] = atoi(a[1 + n]);
    const int32_t **columns[] = { (const int32_t **)&s->rows.words, &s->cells_from, &s->rows_from, &s->longest,
                                  &s->entries_from, (const int32_t **)&s->entries.words,
                                  &s->places_sorted, &s->people_sorted, &s->rows.long_at, &s->rows.long_ends,
                                  &s->entries.long_at, &s->entries.long_ends };
    for (int n = 0; n < 12; n++) {
      long long offset = atoll(a[17 + n]);
      *columns[n] = offset == 0 ? NULL : base + offset / 4;
    }
  }
  int32_t **sums[] = { &stamp, &first_of, &total_of, &count_of, &touched };
  for (int c = 0; c < 5; c++) *sums[c] = calloc(people, sizeof(int32_t));
  puts("ready");
  fflush(stdout);
  int32_t least, count;
  while (scanf("%d %d", &least, &count) == 2) {
    Case *cases = malloc(count * sizeof(Case));
    for (int32_t k = 0; k < count; k++)
      if (scanf("%d %d %d", &cases[k].person, &cases[k].from, &cases[k].to) != 3) return 1;
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    first_degree(cases, count, least);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    double ms = (ended.tv_sec - began.tv_sec) * 1e3 + (ended.tv_nsec - began.tv_nsec) / 1e6;
    int64_t first = 0, total = 0, encounters = 0, rows = 0;
    for (size_t i = 0; i < out.length; i++) {
      first += out.first[i];
      total += out.total[i];
      encounters += out.count[i];
      rows += ((int64_t)out.source[i] * 7919 + out.contact[i]) % 9973 * ((out.first[i] + (int64_t)out.total[i] * 31 + out.count[i] * 17) % 9967);
    }
    printf("%.6f %zu %lld %lld %lld %lld\n", ms, out.length, (long long)first, (long long)total, (long long)encounters, (long long)rows);
    fflush(stdout);
    free(cases);
  }
  return 0;
}
