import pytest

from graphkit.sources.un_consolidated.prose import ShipRole, ship_roles


def roles(comment: str, *names: str) -> list[tuple[str, str, str]]:
    return [(found.role, found.vessel, found.flag_text) for found in ship_roles(comment, names=names)]


# The sentences follow the comments of the list; the roles were read by hand.
@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        (
            "Registered owner of DPRK tanker AN SAN 1 believed to have been involved in transfers.",
            [("registered_owner", "AN SAN 1", "DPRK")],
        ),
        ("Owner of the DPRK tanker PAEK MA, which was involved in transfers.", [("owner", "PAEK MA", "DPRK")]),
        (
            "Ship manager of DPRK oil products tanker YU SON, which is believed to have been involved.",
            [("ship_manager", "YU SON", "DPRK")],
        ),
        (
            "Registered owner of DPRK tankers SAM JONG 1 and SAM JONG 2. Both vessels imported oil.",
            [("registered_owner", "SAM JONG 1", "DPRK"), ("registered_owner", "SAM JONG 2", "DPRK")],
        ),
        (
            "Registered owner, ship manager, and commercial manager of Panama-flagged vessel HUA FU, a cargo ship.",
            [
                ("registered_owner", "HUA FU", "Panama-flagged"),
                ("ship_manager", "HUA FU", "Panama-flagged"),
                ("commercial_manager", "HUA FU", "Panama-flagged"),
            ],
        ),
        (
            "Registered owner, ship and commercial manager of the DONG FENG 6, a vessel that loaded coal.",
            [
                ("registered_owner", "DONG FENG 6", ""),
                ("ship_manager", "DONG FENG 6", ""),
                ("commercial_manager", "DONG FENG 6", ""),
            ],
        ),
        (
            "Ship and commercial manager of HAO FAN 2 and HAO FAN 6, St Kitts-Nevis-flagged vessels. It sailed.",
            [
                ("ship_manager", "HAO FAN 2", "St Kitts-Nevis-flagged"),
                ("commercial_manager", "HAO FAN 2", "St Kitts-Nevis-flagged"),
                ("ship_manager", "HAO FAN 6", "St Kitts-Nevis-flagged"),
                ("commercial_manager", "HAO FAN 6", "St Kitts-Nevis-flagged"),
            ],
        ),
        (
            "Registered owner of the DPRK tanker NAM SAN 8, believed to have met, and owner of vessel HAP JANG GANG 6.",
            [("registered_owner", "NAM SAN 8", "DPRK"), ("owner", "HAP JANG GANG 6", "")],
        ),
        (
            "Registered owner of CHON MYONG 1, a DPRK-flagged vessel that conducted a transfer.",
            [("registered_owner", "CHON MYONG 1", "DPRK-flagged")],
        ),
        (
            "Ship and commercial manager of the ASIA BRIDGE 1. Hong Kong-owned vessel, the “ASIA BRIDGE 1” waited.",
            [("ship_manager", "ASIA BRIDGE 1", ""), ("commercial_manager", "ASIA BRIDGE 1", "")],
        ),
    ],
)
def test_a_sentence_that_opens_with_a_role_speaks_of_the_entry(
    comment: str, expected: list[tuple[str, str, str]]
) -> None:
    assert roles(comment) == expected


def test_operator_and_manager_in_one_word_are_two_roles() -> None:
    comment = (
        "Ocean Maritime Management Company, Limited is the operator/manager of the vessel Chong Chon Gang. It helped."
    )
    assert roles(comment, "OCEAN MARITIME MANAGEMENT COMPANY, LIMITED (OMM)") == [
        ("operator", "Chong Chon Gang", ""),
        ("ship_manager", "Chong Chon Gang", ""),
    ]


def test_the_company_also_owns_vessels() -> None:
    assert roles("The company also owns vessels JI SONG 8 and WOORY STAR.") == [
        ("owner", "JI SONG 8", ""),
        ("owner", "WOORY STAR", ""),
    ]


def test_a_ship_owned_by_the_entry_is_its_ship_and_a_ship_owned_by_another_is_not() -> None:
    comment = "A DPRK-flagged tanker, SAM MA 2 owned by Korea Samma Shipping Company, conducted a transfer."
    assert roles(comment, "KOREA SAMMA SHIPPING CO") == [("owner", "SAM MA 2", "DPRK-flagged")]
    assert roles(comment, "KOREA ANSAN SHIPPING COMPANY") == []


def test_a_flag_may_stand_in_another_sentence_and_is_not_that_of_a_longer_name() -> None:
    assert roles("Registered owner of DPRK tanker CHON MA SAN. DPRK-flagged CHON MA SAN prepared for transfers.") == [
        ("registered_owner", "CHON MA SAN", "DPRK-flagged")
    ]
    assert roles("Registered owner of tanker PAEK MA. Togo-flagged vessel PAEK MA 2 was seen nearby.") == [
        ("registered_owner", "PAEK MA", "")
    ]


def test_the_wording_is_the_sentence_that_states_the_role() -> None:
    comment = "It fabricated documents.\n  Registered owner of  DPRK tanker AN SAN 1. IMO number: 5676084"
    assert ship_roles(comment) == [
        ShipRole("registered_owner", "AN SAN 1", "DPRK", "Registered owner of DPRK tanker AN SAN 1.")
    ]


def test_a_role_that_is_stated_twice_is_one_role() -> None:
    assert roles("Owner of tanker KOTI. The company owns the tanker KOTI.") == [("owner", "KOTI", "")]


@pytest.mark.parametrize(
    "comment",
    [
        "",
        # A possessive is not a stated role.
        "The Chongchongang Shipping Company, through its vessel, the Chong Chon Gang, attempted to import arms.",
        "Kingly Won acted as a broker for that petroleum company.",
        "Owner of Rahat Ltd. (TAe.013). Involved in the supply of weapons.",
        "Co-owner of Haji Khairullah Haji Sattar Money Exchange (TAe.010).",
        "Owned or controlled by, or acts on behalf of, DIO.",
        "Company owned or controlled by Tsang Yung Yuan and involved in illicit transfers of DPRK coal.",
        "Korea Ryonbong General Corporation is the parent company of Korea Ryonha Machinery. It uses ships.",
        "General Manager of the Sohae Satellite Launching Station.",
        # A company in capitals is no ship, even where the comment speaks of vessels.
        "Registered owner of MACHANGA LTD. Its vessels carry gold.",
        "Registered owner of Rahat Shipping, which has vessels.",
        # Former, supposed, denied and ended roles.
        "Former registered owner of the tanker AN SAN 1.",
        "Believed to be the owner of the tanker AN SAN 1.",
        "It is not the owner of the tanker AN SAN 1.",
        "It was the owner of the tanker AN SAN 1.",
        "Registered owner of the tanker AN SAN 1 until 2017.",
        "Operator of the vessel AN SAN 1 from January 2015 to 2017, then sold.",
        "A tanker, AN SAN 1, believed to be owned by Korea Ansan Shipping Company, was seen.",
        "A Member State reported that the tanker AN SAN 1 is owned by Korea Ansan Shipping Company.",
        # Ships that are only met.
        "The master of the DPRK-flagged motor tanker YU JONG 2 reported to an unidentified controller.",
    ],
)
def test_what_states_no_role_on_a_ship_gives_none(comment: str) -> None:
    assert roles(comment, "KOREA ANSAN SHIPPING COMPANY") == []


def test_another_party_named_as_holder_gives_no_role_and_none_to_the_entry_afterwards() -> None:
    comment = "Foreign Shipping Ltd is the owner of the tanker AN SAN 1, and operator of vessel AN SAN 2."
    assert roles(comment, "KOREA ANSAN SHIPPING COMPANY") == []


def test_one_vessel_is_one_ship_whatever_follows_it() -> None:
    # "the vessel A and B": B may be a company.
    assert roles("Owner of the vessel AN SAN 1 and SAMMA SHIPPING.") == [("owner", "AN SAN 1", "")]


def test_a_number_after_the_name_is_no_second_ship() -> None:
    assert roles("Registered owner of the tanker AN SAN 1, IMO 7303803.") == [("registered_owner", "AN SAN 1", "")]
