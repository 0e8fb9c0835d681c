"""The other side of each case of the bench: `reference.py KERNEL WORD…` calls the tool that the field uses, and prints the lines that
src/report.rs reads. Only public interfaces of the tools are called. The time is processor time of the computation: imports and
reading files are left out, which is to the tool's advantage, since ours is measured from the text of the file.
"""

import csv
import sys
import time
import warnings

warnings.filterwarnings("ignore")


def least(work, short=0.5, most=5):
    """The result of the work and the processor seconds of the quickest time it was done."""
    best, total, times = float("inf"), 0.0, 0
    while True:
        start = time.process_time()
        result = work()
        took = time.process_time() - start
        best, total, times = min(best, took), total + took, times + 1
        if total > short or times == most:
            return result, best


def most_memory():
    """In MB, imports and data included; 0 where the system does not tell."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) * 1024 / 1e6
    except OSError:
        return 0


def tell(seconds, answers=(), qualities=()):
    print(f"seconds\t{seconds}")
    print(f"megabytes\t{most_memory()}")
    for name, value in answers:
        print(f"answer\t{name}\t{value}")
    for name, value in qualities:
        print(f"quality\t{name}\t{value}")


def opinions(votes_file, statements_file=None):
    from reddwarf.implementations.polis import run_pipeline

    last = {}
    with open(votes_file, newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["voter-id"]), int(row["comment-id"])
            when = int(row["timestamp"])
            if key not in last or when >= last[key][0]:
                last[key] = when, int(float(row["vote"]))
    votes = [
        {"participant_id": person, "statement_id": statement, "vote": vote}
        for (person, statement), (_, vote) in last.items()
    ]
    out = []
    if statements_file:
        with open(statements_file, newline="") as file:
            out = [int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"]
    found, seconds = least(
        lambda: run_pipeline(votes=votes, mod_out_statement_ids=out, max_group_count=5, random_state=1)
    )
    columns = list(found.filtered_vote_matrix.columns)
    order = sorted(range(len(columns)), key=lambda place: int(columns[place]))
    axes = [[component[place] for place in order] for component in found.reducer.components_]
    counts = lambda side: " ".join(f"{item['n-success']}/{item['n-trials']}" for item in found.consensus[side])
    tell(
        seconds,
        [(f"axis {axis + 1}", " ".join(map(repr, map(float, weights)))) for axis, weights in enumerate(axes)]
        + [("consensus agree", counts("agree")), ("consensus disagree", counts("disagree"))],
        [("groups", len(set(found.clusterer.labels_)))],
    )


def budget(rule, path):
    from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib
    from pabutools.rules import (
        completion_by_rule_combination,
        exhaustion_by_budget_increase,
        greedy_utilitarian_welfare,
        method_of_equal_shares,
        sequential_phragmen,
    )
    from pabutools.tiebreaking import lexico_tie_breaking as ties

    instance, profile = parse_pabulib(path)
    profile = profile.as_multiprofile()
    by_cost = {"sat_class": Cost_Sat, "tie_breaking": ties}
    by_number = {"sat_class": Cardinality_Sat, "tie_breaking": ties}
    # Raising every share by 1 inside the rule is quicker than running it anew for each larger budget.
    raising = {"voter_budget_increment": 1, **by_cost}
    rules = {
        "greedy-cost": lambda: greedy_utilitarian_welfare(instance, profile, **by_cost),
        "greedy-cardinality": lambda: greedy_utilitarian_welfare(instance, profile, **by_number),
        "phragmen": lambda: sequential_phragmen(instance, profile, tie_breaking=ties),
        "equal-shares": lambda: method_of_equal_shares(instance, profile, **by_cost),
        "equal-shares-cardinality": lambda: method_of_equal_shares(instance, profile, **by_number),
        "equal-shares-add1u": lambda: completion_by_rule_combination(
            instance, profile, [method_of_equal_shares, greedy_utilitarian_welfare], [raising, by_cost]
        ),
    }
    winners, seconds = least(rules[rule])
    tell(seconds, [("winners", " ".join(sorted(project.name for project in winners)))])


def panel(algorithm, size, pool_file, quotas_file):
    if algorithm != "maximin":
        print("skipped\tits LEXIMIN needs a commercial solver")
        return
    import sortition_algorithms as sortition
    from sortition_algorithms.committee_generation import find_distribution_maximin

    with open(quotas_file, newline="") as file:
        rows = csv.DictReader(file)
        # Some files of quotas call them category and feature.
        names = {"category": "feature", "feature": "value"} if "category" in rows.fieldnames else {}
        renamed = lambda name: names.get(name, name)
        quotas = [{renamed(name): cell for name, cell in row.items()} for row in rows]
        features, *_ = sortition.read_in_features(map(renamed, rows.fieldnames), quotas)
    with open(pool_file, newline="") as file:
        rows = csv.DictReader(file)
        people = [{"nr": str(number), **row} for number, row in enumerate(rows)]
        settings = sortition.Settings(id_column="nr", columns_to_keep=[])
        people, _ = sortition.read_in_people(["nr", *rows.fieldnames], people, features, settings)
    (panels, chances, _), seconds = least(lambda: find_distribution_maximin(features, people, int(size), []))
    odds = {}
    for members, chance in zip(panels, chances):
        for person in members:
            odds[person] = odds.get(person, 0.0) + chance
    tell(seconds, [("about the least odds", min(odds.values()))])


def duplicates(texts_file, pairs_file):
    from datasketch import MinHash, MinHashLSH

    texts = open(texts_file, encoding="utf-8").read().splitlines()
    pairs = [tuple(sorted(map(int, line.split()))) for line in open(pairs_file)]

    def pieces(text):
        text = " ".join(text.lower().split())
        return {text[place : place + 4] for place in range(len(text) - 3)}

    def find():
        index = MinHashLSH(threshold=0.6, num_perm=128)
        sets = [pieces(text) for text in texts]
        sketches = []
        for place, own in enumerate(sets):
            sketch = MinHash(num_perm=128)
            sketch.update_batch([piece.encode() for piece in own])
            sketches.append(sketch)
            index.insert(place, sketch)
        found = set()
        for place, sketch in enumerate(sketches):
            for other in index.query(sketch):
                if place < other and len(sets[place] & sets[other]) >= 0.6 * len(sets[place] | sets[other]):
                    found.add((place, other))
        return found

    found, seconds = least(find)
    tell(seconds, (), [("recall", sum(pair in found for pair in pairs) / len(pairs)), ("pairs", len(found))])


def themes(path):
    from sklearn.cluster import KMeans
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import normalized_mutual_info_score

    lines = [line.rstrip("\n").split("\t", 1) for line in open(path, encoding="utf-8")]
    texts = [text for _, text in lines]

    def suggest():
        vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.5).fit_transform(texts)
        return KMeans(n_clusters=7, n_init=10, random_state=1).fit_predict(vectors)

    assigned, seconds = least(suggest)
    known = [(label, theme) for (label, _), theme in zip(lines, assigned) if label]
    tell(seconds, (), [("NMI, one seed", normalized_mutual_info_score(*zip(*known)))])


def stems(path):
    import snowballstemmer

    words = open(path, encoding="utf-8").read().splitlines()
    # A stemmer remembers what it has stemmed, so each time has a new one.
    found, seconds = least(lambda: snowballstemmer.stemmer("swedish").stemWords(words))
    tell(seconds, [("stems", " ".join(found))])


def language(*files):
    from lingua import Language, LanguageDetectorBuilder

    codes = {
        "da": Language.DANISH,
        "de": Language.GERMAN,
        "en": Language.ENGLISH,
        "es": Language.SPANISH,
        "nb": Language.BOKMAL,
        "sv": Language.SWEDISH,
    }
    known = [(codes[code], open(path, encoding="utf-8").read().splitlines()) for code, path in (f.split("=", 1) for f in files)]
    detector = LanguageDetectorBuilder.from_languages(*codes.values()).with_preloaded_language_models().build()
    right, seconds = least(
        lambda: [sum(detector.detect_language_of(line) == language for line in lines) for language, lines in known]
    )
    sentences = sum(len(lines) for _, lines in known)
    shares = [(f"right in {f.split('=')[0]}", one / len(lines)) for f, one, (_, lines) in zip(files, right, known)]
    tell(seconds, (), [("right", sum(right) / sentences), *shares])


def raking(path):
    import pandas
    from ipfn.ipfn import ipfn

    rows = pandas.read_csv(path, header=None).add_prefix("m")
    names = list(rows.columns)
    sizes = [int(rows[name].max()) + 1 for name in names]
    aggregates = [
        pandas.Series([len(rows) / size] * size, index=pandas.RangeIndex(size, name=name), name="total")
        for name, size in zip(names, sizes)
    ]

    def rake():
        start = rows.assign(total=1.0)
        return ipfn(start, aggregates, [[name] for name in names], convergence_rate=1e-12, rate_tolerance=0.0).iteration()

    weighted, seconds = least(rake)
    weights = weighted["total"]
    tell(seconds, [("about the design effect", len(weights) * (weights**2).sum() / weights.sum() ** 2)])


def paired(path):
    import choix
    import numpy

    choices = [tuple(map(int, line.split(","))) for line in open(path)]
    things = max(map(max, choices)) + 1
    strengths, seconds = least(lambda: choix.ilsr_pairwise(things, choices, alpha=0.0))
    tell(seconds, (), [("strongest", float(max(strengths) - numpy.mean(strengths)))])


def ballots(*files):
    from votekit.cvr_loaders import load_scottish
    from votekit.elections import FastSTV

    loaded = [load_scottish(path) for path in files]

    def count():
        elected = []
        for profile, seats, *_ in loaded:
            tiers = FastSTV(profile, n_seats=seats, tiebreak="first_place").get_elected()
            elected.append({name for tier in tiers for name in tier})
        return elected

    elected, seconds = least(count)
    places = lambda names, known: " ".join(map(str, sorted(list(known).index(name) for name in names)))
    tell(seconds, [("elected", "; ".join(places(names, known) for names, (_, _, known, _, _) in zip(elected, loaded)))])


KERNELS = {
    one.__name__: one
    for one in (opinions, budget, panel, duplicates, themes, stems, language, raking, paired, ballots)
}

if __name__ == "__main__":
    try:
        KERNELS[sys.argv[1]](*sys.argv[2:])
    except ModuleNotFoundError as missing:
        print(f"skipped\tthe package of `{missing.name}` is not installed")
