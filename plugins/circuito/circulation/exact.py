"""The best of all tours of few hosts, and the proof that it is: tables over sets of hosts, then a search by dates."""

from __future__ import annotations

from .tours import ALL_DAYS, Order, Tour, TourProblem, settled_are_in, tour_of

FAR = 1 << 60


class Exact:
    """The search that proves its tour. Sets of hosts are bits, too."""

    def __init__(self, problem: TourProblem, steps: int) -> None:
        self.problem = problem
        self.count = len(problem.hosts)
        self.steps = steps
        self.shortest = self.shortest_ways()
        self.found: Tour | None = None
        self.seen: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def best(self, known: Tour) -> tuple[Tour, bool]:
        """The best tour, and whether it is proved. `known` is a tour to begin with."""
        self.found = known if settled_are_in(self.problem, known) else None
        group: tuple[int, int] | None = None
        for hosts, points, shortest, chosen in self.sets():
            if self.found is not None and group != (hosts, points) and self.beats(hosts, points):
                break
            group = hosts, points
            if self.found is None or not self.beats(hosts, points) and not self.longer(hosts, points, shortest):
                self.seen = {}
                self.extend(chosen, (), chosen, 0, ALL_DAYS)
        return self.found or known, self.steps > 0

    def beats(self, hosts: int, points: int) -> bool:
        """Whether the tour found has more hosts, or as many and more choices."""
        return self.found is not None and (len(self.found.hosts), self.found.points) > (hosts, points)

    def longer(self, hosts: int, points: int, metres: int) -> bool:
        """Whether a way is longer than that of the tour found, all else being equal."""
        found = self.found
        return found is not None and (len(found.hosts), found.points) == (hosts, points) and metres > found.metres

    def sets(self) -> list[tuple[int, int, int, int]]:
        """The sets of hosts that can be met in some order: hosts, points, the least metres, the set; the best first."""
        problem, settled = self.problem, sum(1 << n for n, host in enumerate(self.problem.hosts) if host.settled)
        found = []
        for chosen in self.met():
            hosts = chosen.bit_count()
            if chosen & settled == settled and hosts <= problem.limit:
                points = sum(host.points for number, host in enumerate(problem.hosts) if chosen >> number & 1)
                found.append((hosts, points, self.rest(-1, chosen), chosen))
        return sorted(found, key=lambda each: (-each[0], -each[1], each[2], each[3]))

    def met(self) -> list[int]:
        """The sets of hosts that can have dates in some order, the radius apart."""
        problem, count = self.problem, self.count
        days = [host.days for host in problem.hosts]
        last_days: list[dict[int, int]] = [{} for _ in range(1 << count)]
        for host in range(count):
            if days[host]:
                last_days[1 << host][host] = days[host]
        found = []
        for chosen in range(1, 1 << count):
            ends = last_days[chosen]
            if not ends:
                continue
            found.append(chosen)
            others = [host for host in range(count) if not chosen >> host & 1]
            for last, reached in ends.items():
                usual = problem.after(reached, problem.stay)
                for host in others:
                    wait = problem.wait(last, host)
                    after = usual if wait == problem.stay else problem.after(reached, wait)
                    if met := after & days[host]:
                        into = last_days[chosen | 1 << host]
                        into[host] = into.get(host, 0) | met
        return found

    def shortest_ways(self) -> list[list[int]]:
        """The least metres from the origin through a set of hosts, ending at each: by set and last host."""
        count, metres = self.count, self.problem.metres
        table = [[FAR] * count for _ in range(1 << count)]
        for host in range(count):
            table[1 << host][host] = self.problem.start[host]
        for chosen in range(1, 1 << count):
            row = table[chosen]
            inside = [(host, row[host]) for host in range(count) if chosen >> host & 1]
            for host in range(count):
                if not chosen >> host & 1:
                    to = metres[host]
                    table[chosen | 1 << host][host] = min(way + to[last] for last, way in inside)
        return table

    def rest(self, last: int, left: int) -> int:
        """The least metres from a host (-1: the origin) through the hosts left and back to the origin."""
        to = self.problem.start if last < 0 else self.problem.metres[last]
        if not left:
            return to[last] if last < 0 else self.problem.start[last]
        row = self.shortest[left]
        return min(to[host] + row[host] for host in range(self.count) if left >> host & 1)

    def extend(self, chosen: int, order: Order, left: int, metres: int, reached: int) -> None:
        """Try every way to go on from an order whose last date can be on the days reached."""
        if self.steps <= 0:
            return
        self.steps -= 1
        problem = self.problem
        if not left:
            self.keep(tour_of(problem, order))
            return
        last = order[-1] if order else -1
        to = problem.metres[last] if order else problem.start
        days_by_host = {
            host: (problem.after(reached, problem.wait(last, host)) if order else ALL_DAYS) & problem.hosts[host].days
            for host in range(self.count)
            if left >> host & 1
        }
        ways = sorted(
            (metres + to[host] + self.rest(host, left & ~(1 << host)), host)
            for host, days in days_by_host.items()
            if days
        )
        for least, host in ways:
            if self.longer(chosen.bit_count(), self.points(chosen), least):
                return
            further, days = metres + to[host], days_by_host[host]
            if not self.is_beaten(left & ~(1 << host), host, further, days):
                self.extend(chosen, (*order, host), left & ~(1 << host), further, days)

    def points(self, chosen: int) -> int:
        """The points of a set of hosts."""
        return sum(host.points for number, host in enumerate(self.problem.hosts) if chosen >> number & 1)

    def is_beaten(self, left: int, host: int, metres: int, days: int) -> bool:
        """Whether the same hosts were met in a shorter way that leaves the same days open. Not told with a radius."""
        if self.problem.near:
            return False
        ways = self.seen.setdefault((left, host), [])
        if any(other < metres and known | days == known for other, known in ways):
            return True
        ways.append((metres, days))
        return False

    def keep(self, tour: Tour | None) -> None:
        """Keep a tour if it is the best so far."""
        if tour is not None and (self.found is None or tour.key < self.found.key):
            self.found = tour
