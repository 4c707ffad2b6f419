"""Small networks to draw, written by hand: what pictures and their tests have in common.

AN SAN 1 and its owner are as the lists print them; every other party is invented.
"""

from graphkit.model.answers import Entity, LinkEvidence, ListAge, Listed, SourceRef, Step, Subgraph
from graphkit.model.vocabulary import Certainty, Kind, LinkType, Measure, Status

UN_WORDING = "Korea Ansan Shipping Company: Registered owner of DPRK tanker AN SAN 1"
UN_SOURCE = SourceRef("un-sc", reference="KPe.062", wording=UN_WORDING, line=812)
OFAC_SOURCE = SourceRef("ofac-sdn", reference="23730", wording="Linked To: KOREA ANSAN SHIPPING COMPANY", line=7013)
REGISTER = SourceRef("reg-hk", place="p. 4", wording="sole shareholder")
LISTS = (ListAge("un-sc", "2026-02-27", "2026-03-01"), ListAge("ofac-sdn", None, "2021-07-12"))

IMG_NAME = "<img src=x onerror=alert(1)>"
LONG_NAME = "The Very Long Example Shipping And Trading Company Of The Eastern Seas (Hong Kong) Limited"


def link(
    link_id: str,
    link_type: LinkType = LinkType.OWNS,
    *,
    role: str = "",
    share: float | None = None,
    share_range: tuple[float | None, float | None] = (None, None),
    start: str | None = None,
    end: str | None = None,
    possible: bool = False,
    certainty: Certainty = Certainty.STATED,
    sources: tuple[SourceRef, ...] = (REGISTER,),
) -> LinkEvidence:
    """One link with little said; an exact share is also its lower and upper bound."""
    low, high = (share, share) if share is not None else share_range
    return LinkEvidence(
        id=link_id,
        type=link_type,
        role=role,
        share=share,
        share_min=low,
        share_max=high,
        start=start,
        end=end,
        dated=bool(start or end),
        holds="possible" if possible else "certain",
        certainty=certainty,
        sources=sources,
    )


def listing(
    authority: str,
    reference: str,
    listed: str | None = "2018-03-30",
    *,
    measure: Measure = Measure.ASSET_FREEZE,
    status: Status = Status.YES,
    delisted: str | None = None,
) -> Listed:
    """One listing of a party, on that authority's only list."""
    return Listed(authority, "", measure, reference, listed, delisted, ("DPRK",), status, (UN_SOURCE,))


def undated(authority: str, reference: str) -> Listed:
    """A listing whose list prints no dates: nothing proves that it was in force on an earlier day."""
    return listing(authority, reference, None, status=Status.UNKNOWN)


def company(
    entity_id: str,
    name: str,
    *,
    country: str = "HK",
    identifiers: dict[str, str] | None = None,
    sanctioned: Status = Status.NO,
    listed: tuple[Listed, ...] = (),
) -> Entity:
    """A company in one country."""
    return Entity(
        entity_id,
        Kind.COMPANY,
        name,
        identifiers or {},
        countries=(country,),
        sanctioned=sanctioned,
        listed=listed,
    )


def vessel(
    entity_id: str,
    name: str,
    imo: str = "",
    *,
    flag: str | None = "PA",
    sanctioned: Status = Status.NO,
    listed: tuple[Listed, ...] = (),
) -> Entity:
    """A ship with its IMO number and flag."""
    numbers = {"imo": imo} if imo else {}
    return Entity(entity_id, Kind.VESSEL, name, numbers, flag=flag, sanctioned=sanctioned, listed=listed)


def picture(
    subject: str,
    entities: tuple[Entity, ...],
    steps: tuple[Step, ...] = (),
    *,
    title: str = "Who stands behind it?",
    caption: str = "",
    as_of: str = "2018-06-29",
    highlighted: frozenset[tuple[str, str]] = frozenset(),
    lists: tuple[ListAge, ...] = (),
    left_out: tuple[str, ...] = (),
) -> Subgraph:
    """A network as an answer gives it, with little around it."""
    return Subgraph(title, caption, as_of, subject, entities, steps, highlighted, lists, left_out)


def an_san_1() -> Subgraph:
    """A vessel and the listed company that two lists name, one as registered owner and one as "linked to"."""
    ship = vessel(
        "vessel-imo-7303803",
        "An San 1",
        "7303803",
        flag="KP",
        sanctioned=Status.YES,
        listed=(
            listing("EU", "XIV.A no. 2"),
            listing("EU", "XIV.B no. 10", measure=Measure.PORT_BAN),
            undated("OFAC", "23730"),
        ),
    )
    owner = company(
        "company-imo-5676084",
        "Korea Ansan Shipping Company",
        country="KP",
        identifiers={"company_imo": "5676084"},
        sanctioned=Status.YES,
        listed=(listing("UN", "KPe.062"), listing("EU", "XIII.B no. 62", "2018-04-06"), undated("OFAC", "23708")),
    )
    links = (
        link("owns", role="registered_owner", sources=(UN_SOURCE,)),
        link("linked", LinkType.LINKED_TO, sources=(OFAC_SOURCE,)),
    )
    return picture(
        ship.id,
        (ship, owner),
        (Step(owner.id, ship.id, links),),
        title="Who stands behind AN SAN 1?",
        caption="A company listed by the UN, the EU and OFAC is its registered owner.",
        highlighted=frozenset({(owner.id, ship.id)}),
        lists=LISTS,
    )


def unproven_listing() -> Subgraph:
    """The same kind of owner on a list without dates: whether it was listed on the day is not known."""
    ship = vessel("v", "Paper Lantern", "9074729")
    owner = company("c", "Paper Lantern Shipping Ltd", sanctioned=Status.UNKNOWN, listed=(undated("OFAC", "99999"),))
    return picture(
        ship.id,
        (ship, owner),
        (Step(owner.id, ship.id, (link("owns", role="registered_owner", start="2016-05"),)),),
        title="Was the owner of PAPER LANTERN listed in June 2018?",
        highlighted=frozenset({(owner.id, ship.id)}),
        lists=LISTS,
    )


def hostile_names() -> Subgraph:
    """Names that are markup, that turn the line round, that are long or in other scripts, and a circle of three."""
    entities = (
        company("a", LONG_NAME),
        company("b", IMG_NAME),
        company("c", "\u202egnippihS live\u202c \x00\x07Ltd " + "a\u0301\u0302\u0303\u0304\u0305" * 12),
        company("d", "大连远洋运输有限公司香港分公司船舶管理部"),
        company("e", "شركة الشحن البحرية المحدودة"),
        company("f", "", identifiers={"registration_number": "9" * 120}),
        vessel("v", "Жемчужина Щит «Южная Звезда» и Шхуна Фёдор", "9003550"),
    )
    steps = (
        Step("a", "b", (link("1", share=60),)),
        Step("b", "c", (link("2", LinkType.CONTROLS, role="listed as owned or controlled by or acting for"),)),
        Step("c", "a", (link("3", share=5, start="2011"),)),
        Step("c", "v", (link("4", role="</text><script>alert(1)</script>", start="~2011", possible=True),)),
        Step("d", "v", (link("5", LinkType.FAMILY_OF, sources=(SourceRef(IMG_NAME, wording="]]>\u2066&lt;"),)),)),
        Step("e", "d", (link("6", share=20, certainty=Certainty.SUSPECTED),)),
        Step("f", "e", (link("7", share_range=(25, 50), end="2012"),)),
    )
    return picture("a", entities, steps, title=f"Who is {IMG_NAME}?", as_of="any")


def three_levels() -> Subgraph:
    """Thirteen invented parties on four levels, with one of nearly everything that the grammar knows."""
    entities = (
        Entity("org", Kind.ORGANIZATION, "Ministry of Tides", countries=("KP",), sanctioned=Status.YES,
               listed=(listing("UN", "KPe.900", "2016-11-30"),)),
        Entity("p1", Kind.PERSON, "Ivan Example", countries=("RU",), sanctioned=Status.YES,
               listed=(listing("OFAC", "90001", "2018-02-23"), listing("UK", "XXX0001", "2018-03-01"))),
        Entity("p2", Kind.PERSON, "Chen Example", countries=("CN",)),
        Entity("p3", Kind.PERSON, "UNDISCLOSED", unknown=True),
        Entity("adr", Kind.ADDRESS, "20A Example Street, Port Example 690091", countries=("RU",)),
        company("hold", "Example Holding AO", country="RU", identifiers={"registration_number": "1022501288888"}),
        company("nom", "Tanker Nominees Inc", country="BZ"),
        company("log", "Example Maritime Logistics Co Ltd", country="RU", identifiers={"company_imo": "5993381"},
                sanctioned=Status.YES, listed=(listing("OFAC", "90002", "2018-08-21"),)),
        company("ship", "Sample Shipping Co LLC", country="RU"),
        company("crew", "East Sample Crewing Ltd"),
        vessel("v1", "Lodestar", "9074729", flag="RU"),
        vessel("v2", "Northern Sample", "8404991", sanctioned=Status.UNKNOWN, listed=(undated("OFAC", "90003"),)),
        vessel("v3", "Bellflower", "8808264"),
    )  # fmt: skip
    crewing = tuple(link(f"m{n}", LinkType.MANAGES, role="crewing", start=f"201{n}") for n in range(4))
    steps = (
        Step("org", "p1", (link("01", LinkType.CONTROLS, role="listed as controlled by"),)),
        Step("p1", "hold", (link("02", share=51, start="2015-03-02"),)),
        Step("p2", "hold", (link("03", share_range=(25, 50), start="2015"),)),
        Step("p3", "nom", (link("04", start="2017-05-01"),)),
        Step("hold", "log", (link("05", share=100, start="2012"),
                             link("06", LinkType.DIRECTS, role="director", start="2013", end="2016-02-01"))),
        Step("hold", "ship", (link("07", share=33.33, start="2016"),)),
        Step("nom", "ship", (link("08", share=66.67, start="2017", certainty=Certainty.ALLEGED),)),
        Step("log", "v1", (link("09", role="registered_owner", start="2016"),
                           link("10", LinkType.MANAGES, role="ship_manager", start="2016"),
                           link("11", LinkType.LINKED_TO, sources=(OFAC_SOURCE,)))),
        Step("ship", "v1", (link("12", LinkType.OPERATES, role="operator", start="before 2018", possible=True,
                                 certainty=Certainty.SUSPECTED),)),
        Step("ship", "v2", (link("13", role="registered_owner", start="2014", end="2018-01-01"),)),
        Step("log", "v3", crewing),
        Step("crew", "v1", (link("14", LinkType.MANAGES, role="crewing", start="2015"),)),
        Step("adr", "log", (link("15", LinkType.SHARED_ADDRESS),)),
        Step("adr", "ship", (link("16", LinkType.SHARED_ADDRESS),)),
    )  # fmt: skip
    return picture(
        "v1",
        entities,
        steps,
        title="Which listed parties stand behind LODESTAR?",
        caption="Ivan Example, listed by OFAC and the UK, holds 51% of the holding above its registered owner.",
        as_of="2018-09-01",
        highlighted=frozenset({("p1", "hold"), ("hold", "log"), ("log", "v1")}),
        lists=LISTS,
        left_out=("12 further addresses are hidden",),
    )


def fleet_of(ships: int) -> Subgraph:
    """One company, its holder, and as many ships as asked for: too many for one picture."""
    entities = (company("c", "Fleet Example Ltd"), company("o", "Fleet Example Holding Ltd"))
    fleet = tuple(vessel(f"v{number:03}", f"Example {number}", flag="PA") for number in range(ships))
    steps = tuple(Step("c", ship.id, (link(f"o{ship.id}", role="registered_owner"),)) for ship in fleet)
    return picture("c", (*entities, *fleet), (Step("o", "c", (link("top", share=100),)), *steps))
