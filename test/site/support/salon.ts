/** A salon's own system, one for each test: half hours of the next weeks, kept in memory. */
export function openSalon({ days = 34, hours = [10, 11, 15] }: { days?: number; hours?: readonly number[] } = {}) {
  const tomorrow = Math.floor(Date.now() / 86_400_000 + 1) * 24;
  const openings = Array.from({ length: days }, (_, day) =>
    hours.map((hour) => ({
      id: `opening-${day}-${hour}`,
      startsAt: new Date((tomorrow + day * 24 + hour) * 3_600_000).toISOString(),
      minutes: 30,
    })),
  ).flat();
  const taken = new Set<string>();
  const appointments = new Map<string, object>();

  function list(wanted: URLSearchParams): Response {
    if (wanted.get('treatment') !== 'consultation') return new Response(null, { status: 404 });
    const [from, to] = [wanted.get('from') ?? '', wanted.get('to') ?? ''];
    const isWanted = (date: string) => date >= from && date <= to;
    return Response.json(openings.filter(({ id, startsAt }) => !taken.has(id) && isWanted(startsAt.slice(0, 10))));
  }

  async function book(request: Request): Promise<Response> {
    const key = request.headers.get('idempotency-key') ?? '';
    const { opening: id } = (await request.json()) as { opening: string };
    const known = appointments.get(key);
    if (known) return Response.json(known);
    const opening = openings.find((one) => one.id === id);
    if (!opening) return new Response(null, { status: 404 });
    if (taken.has(id)) return new Response(null, { status: 409 });
    taken.add(id);
    const appointment = { number: `A-${String(taken.size).padStart(3, '0')}`, opening };
    appointments.set(key, appointment);
    return Response.json(appointment);
  }

  return {
    answer: async (request: Request): Promise<Response> =>
      request.method === 'GET' ? list(new URL(request.url).searchParams) : book(request),
  };
}
