"""The codes of ISO 3166-1 alpha-3, and those that it leaves to its users (``xkx``, Kosovo)."""

from __future__ import annotations

import re

ISO_CODES = frozenset(
    """
    abw afg ago aia ala alb and are arg arm asm ata atf atg aus aut aze bdi bel ben bes bfa bgd bgr bhr bhs bih blm
    blr blz bmu bol bra brb brn btn bvt bwa caf can cck che chl chn civ cmr cod cog cok col com cpv cri cub cuw cxr
    cym cyp cze deu dji dma dnk dom dza ecu egy eri esh esp est eth fin fji flk fra fro fsm gab gbr geo ggy gha gib
    gin glp gmb gnb gnq grc grd grl gtm guf gum guy hkg hmd hnd hrv hti hun idn imn ind iot irl irn irq isl isr ita
    jam jey jor jpn kaz ken kgz khm kir kna kor kwt lao lbn lbr lby lca lie lka lso ltu lux lva mac maf mar mco mda
    mdg mdv mex mhl mkd mli mlt mmr mne mng mnp moz mrt msr mtq mus mwi mys myt nam ncl ner nfk nga nic niu nld nor
    npl nru nzl omn pak pan pcn per phl plw png pol pri prk prt pry pse pyf qat reu rou rus rwa sau sdn sen sgp sgs
    shn sjm slb sle slv smr som spm srb ssd stp sur svk svn swe swz sxm syc syr tca tcd tgo tha tjk tkl tkm tls ton
    tto tun tur tuv twn tza uga ukr umi ury usa uzb vat vct ven vgb vir vnm vut wlf wsm yem zaf zmb zwe
    """.split()  # noqa: SIM905 - quoted one by one nobody could read them
)
"""All 249 codes, in lower case."""

UN_MEMBERS = ISO_CODES - frozenset(
    """
    abw aia ala asm ata atf bes blm bmu bvt cck cok cuw cxr cym esh flk fro ggy gib glp grl guf gum hkg hmd imn iot
    jey mac maf mnp msr mtq myt ncl nfk niu pcn pri pse pyf reu sgs shn sjm spm sxm tca tkl twn umi vat vgb vir wlf
    """.split()  # noqa: SIM905 - quoted one by one nobody could read them
)
"""The 193 member states of the United Nations."""


def is_state_code(code: str) -> bool:
    """Tell whether a code in lower case is one of ISO's, or of the range XAA to XZZ that is free for use."""
    return code in ISO_CODES or bool(re.fullmatch("x[a-z]{2}", code))
