import { AbandonedError, type Origin } from '../errors.js';
import { unlessAborted, type Patience } from './patience.js';

/**
 * Calls under way that whoever asks for the same meanwhile shares. A call lives as long as its last waiter; one that goes
 * away does not end it for the others.
 */
export interface Flights<T> {
  /** @param begin makes the call, for as long as somebody waits for it; `joined` is told where one is under way */
  share(
    key: string,
    patience: Patience,
    begin: (patience: Patience) => Promise<T>,
    joined: () => void,
  ): Promise<T>;
  readonly size: number;
}

interface Flight<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  /** Those who wait; and those who went on without it, since it may hang. */
  readonly waiting: Patience[];
  waiters: number;
  isLanded: boolean;
  retryUntil: number;
}

export function createFlights<T>(origin: Origin): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  const depart = (key: string, patience: Patience, begin: (patience: Patience) => Promise<T>): Flight<T> => {
    const controller = new AbortController();
    const own = {
      waiting: [],
      waiters: 0,
      isLanded: false,
      retryUntil: patience.retryUntil ?? patience.deadline,
    };
    const answer = begin({
      signal: controller.signal,
      // Each waiter leaves at its own deadline, and the last one ends the call.
      deadline: Infinity,
      // Whoever joins may have more time than those before.
      get retryUntil() {
        return own.retryUntil;
      },
      watch: patience.watch,
    });
    const flight: Flight<T> = Object.assign(own, { answer, controller });
    flights.set(key, flight);
    // Where all have gone, nobody is left to see it fail.
    const land = (): void => {
      flight.isLanded = true;
      if (flights.get(key) === flight) flights.delete(key);
    };
    answer.then(land, land);
    return flight;
  };

  return {
    get size() {
      return flights.size;
    },
    async share(key, patience, begin, joined) {
      let flight = flights.get(key);
      const isGivenUp = flight?.waiting.some(({ isOver }) => isOver?.() === true);
      if (flight === undefined || isGivenUp === true) flight = depart(key, patience, begin);
      else joined();
      flight.waiters += 1;
      flight.waiting.push(patience);
      flight.retryUntil = Math.max(flight.retryUntil, patience.retryUntil ?? patience.deadline);
      try {
        return await unlessAborted(flight.answer, patience.signal);
      } finally {
        flight.waiters -= 1;
        if (flight.waiters === 0 && !flight.isLanded) {
          if (flights.get(key) === flight) flights.delete(key);
          flight.controller.abort(new AbandonedError(origin, 'nobody waits for the call any more'));
        }
      }
    },
  };
}
