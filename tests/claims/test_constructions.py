"""What happened, through the constructions in which news says it: gapped verbs, levels, tolls, parts, headlines."""

from __future__ import annotations

import pytest

from extractor.claims import find_quantities


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("35 people died in Lorn and nine in Brall.", ["35 people killed", "nine - killed"]),
        ("Three children were among those killed.", ["Three children killed"]),
        ("It brought the number of people killed in the fire to 86.", ["86 people killed"]),
        ("Officials put the number of dead at 24.", ["24 - killed"]),
        ("The toll, initially 10, has risen to 12.", ["10 - killed", "12 - killed"]),
        ("He was charged with two counts of murder.", ["two counts legal"]),
        ("Prosecutors brought charges against 17 officials.", ["17 officials legal"]),
        ("Nine people remained in hospital on Monday.", ["Nine people treated"]),
        ("Twelve climbers are unaccounted for.", ["Twelve climbers missing"]),
        ("Two pilots were listed as missing.", ["Two pilots missing"]),
        ("Five million people are out of work in Dorland.", ["Five million people unemployed"]),
        ("The blast killed 11 officers, along with five clerks.", ["11 officers killed", "five clerks killed"]),
        ("Police fatally shot two men.", ["two men killed"]),
        ("They killed two night watchmen.", ["two watchmen killed"]),
        ("Fire killed two night watchmen and hurt nine boys.", ["two watchmen killed", "nine boys injured"]),
        ("Rebels freed 11 hostages.", ["11 hostages other"]),
        ("A 30-car pileup on a foggy highway killed six.", ["30 car other", "six - killed"]),
        ("The disease killed one in 10 of those infected.", ["one in 10 those killed"]),
        ("Thousands marched. Police counted 25,000.", ["Thousands - protest", "25,000 - protest"]),
        ("Workers rallied; unions claimed 70,000.", ["70,000 - protest"]),
        ("The boat sank, drowning 170 people.", ["170 people killed"]),
        ("The heat sent 57,000 to hospitals.", ["57,000 - treated"]),
        ("They sent 300 people to the border.", ["300 people deployed"]),
        ("We lost four members of my family.", ["four members killed"]),
        ("The board lost four members.", ["four members other"]),
        ("We lost three children.", ["three children killed"]),
        ("He was found guilty of eight of 12 counts.", ["eight counts legal", "12 counts legal"]),
        ("The blast caused injuries to 12 people.", ["12 people injured"]),
        ("There are 50 people still under that building.", ["50 people trapped"]),
        ("They fled, on top of 1.1 million already uprooted.", ["1.1 million - displaced"]),
        ("Four babies froze to death on Sunday.", ["Four babies killed"]),
        ("The prison holds 1,940.", ["1,940 - detained"]),
        ("The Civic Bloc will hold 84.", ["84 - other"]),
        ("Nine of his co-defendants were freed.", ["Nine defendants other"]),
        ("The charity has sent 85 nurses.", ["85 nurses deployed"]),
        ("The clinic saw 300 cases of diarrhea.", ["300 cases infected"]),
        ("Thousands marched; police said 12,000 took part.", ["Thousands - protest", "12,000 - protest"]),
        ("Stocks rallied on Monday. The company said 4,000 attended its conference.", ["4,000 - other"]),
        ("Residents protested. The zoo counted 900.", ["900 - other"]),
        ("Residents protested. The storm claimed 30.", ["30 - other"]),
        ("Residents protested. It rained. The town sells toys. A guard said 900 attended.", ["900 - other"]),
        ("The two boys took part and 12,000 watched.", ["two boys other", "12,000 - other"]),
        (
            "Thirty-eight inmates tunneled out of a prison, and two guards were shot dead in the chase.",
            ["Thirty-eight inmates detained", "two guards killed"],
        ),
        ("Guards detained 11 after the match.", ["11 - detained"]),
        ("Some 340 observers watched the count.", ["Some 340 observers deployed"]),
        ("More than 300 agents and rangers fanned out across the valley.", ["More than 300 agents deployed"]),
        ("The rebels numbered 3,000.", ["3,000 rebels deployed"]),
        ("The nurses numbered 3,000.", ["3,000 nurses other"]),
        ("Lorn is a town of 3,000.", ["3,000 town other"]),
        ("Power was cut to 90,000 homes.", ["90,000 homes cut_off"]),
        ("Four men, caught in Brall, face up to 20 years in prison.", ["Four men legal"]),
        ("One man was stabbed and six were arrested.", ["One man injured", "six - detained"]),
        ("One guard said he saw nothing.", []),
        ("The blast killed two men and one girl.", ["two men killed", "one girl killed"]),
        ("Observers called the vote fair but found faults at 60 stations.", ["60 stations other"]),
        ("The council lost a budget vote by 88 to 84.", ["88 - votes", "84 - votes"]),
        ("Hospitals admitted 55 people.", ["55 people treated"]),
        ("The museum admitted 55 people.", ["55 people other"]),
        ("More than 5,000 families have been moved to higher ground.", ["More than 5,000 families evacuated"]),
        ("Officials ordered 9,000 residents of the coast to leave.", ["9,000 residents evacuated"]),
        ("A strike by 6,000 dockers entered its third week.", ["6,000 dockers protest"]),
        ("A raid by 60 gunmen failed.", ["60 gunmen other"]),
        ("The Senate approved it on a 61-38 vote.", ["61 - votes", "38 - votes"]),
        ("The Bloc took 112 of 200 seats.", ["112 seats votes", "200 seats other"]),
        ("They face 14 counts of murder.", ["14 counts legal"]),
        ("The force will number 12,000.", ["12,000 force deployed"]),
        ("The army has 200 tanks and 30,000 men.", ["200 tanks deployed", "30,000 men deployed"]),
        ("The mill has 300 men.", ["300 men other"]),
        ("Thirty people died. Twelve were children.", ["Thirty people killed", "Twelve - killed"]),
        ("Thirty people died. Twelve were wounded.", ["Thirty people killed", "Twelve - injured"]),
        ("Thirty people died. Forty were children.", ["Thirty people killed", "Forty - other"]),
        ("The radio reported 40 dead; witnesses spoke of 100.", ["40 - killed", "100 - killed"]),
        ("Sixty soldiers died, a figure the army put at seven.", ["Sixty soldiers killed", "seven - killed"]),
        ("Seven defendants remained at large.", ["Seven defendants other"]),
        ("The court heard seven defendants.", ["seven defendants legal"]),
        ("A team of 40 medics and divers arrived on a ship.", ["40 medics deployed"]),
        ("Fourteen of Tuesday's victims died on a boat.", ["Fourteen victims killed"]),
        ("They told 40 of us.", ["40 us other"]),
        ("Marches were held. The ministry put the turnout at 285,000.", ["285,000 turnout protest"]),
        ("The ministry put the turnout at 285,000.", ["285,000 turnout votes"]),
        (
            "Villagers fled. The agency said 400 Sorvans had registered and 50 were arriving daily.",
            ["400 Sorvans displaced", "50 - displaced"],
        ),
        ("Villagers fled. The agency said 40 trucks had arrived.", ["40 trucks other"]),
        ("The gunman shot four people, two fatally.", ["four people injured", "two - killed"]),
        ("The survey, which questioned 900 people, is out.", ["900 people other"]),
        ("The police, who questioned 900 people, are done.", ["900 people investigated"]),
        ("Thirty remain in isolation.", ["Thirty - treated"]),
        ("They freed a woman of 60.", []),
        ("Ten of the hostages are foreigners: three Turks.", ["Ten hostages kidnapped", "three Turks other"]),
        ("The disease has struck 1,900 people.", ["1,900 people infected"]),
        ("The tax has struck 1,900 people.", ["1,900 people other"]),
        ("The gunmen freed nine captives but still hold 22.", ["nine captives other", "22 - kidnapped"]),
        ("Twenty-two people remain captive.", ["Twenty-two people kidnapped"]),
        ("Rebels seized 12 tourists.", ["12 tourists kidnapped"]),
        ("Police seized 12 tourists.", ["12 tourists detained"]),
        ("Police picked up five men.", ["five men detained"]),
        ("Police picked up five men for questioning.", ["five men investigated"]),
        ("The bus picked up five men.", ["five men other"]),
        ("Twenty-six men have not been heard from.", ["Twenty-six men missing"]),
        ("Some 30,000 people are sheltering in schools.", ["Some 30,000 people displaced"]),
        ("The outage affected 90,000 customers.", ["90,000 customers cut_off"]),
        ("The strike affected 90,000 customers.", ["90,000 customers other"]),
        ("Some 8,000 teachers stayed away from work.", ["Some 8,000 teachers protest"]),
        ("Several hundred youths threw stones.", ["Several hundred youths protest"]),
        ("Some 300 students clashed with police.", ["Some 300 students protest"]),
        ("The jail, built for 400 inmates, holds 900.", ["400 inmates detained", "900 - detained"]),
        ("The ministry gave nine diplomats a week to leave.", ["nine diplomats expelled"]),
        ("They found 212 cases of cholera, 19 of them fatal.", ["212 cases infected", "19 cases killed"]),
        ("The ship sank with the loss of 90 passengers.", ["90 passengers killed"]),
        ("The town feared the loss of 90 jobs.", ["90 jobs jobs_cut"]),
        ("The town feared the loss of 90 trees.", ["90 trees other"]),
        ("The troops were backed by 20 tanks.", ["20 tanks deployed"]),
        ("The plan was backed by 20 towns.", ["20 towns other"]),
        ("Some 60,000 are believed to be hiding in the woods.", ["Some 60,000 - displaced"]),
        ("Some 60,000 are believed to be singing in the woods.", ["Some 60,000 - other"]),
        ("Twelve tourists were seized by rebels.", ["Twelve tourists kidnapped"]),
        ("Rebels holding 40 people freed nobody.", ["40 people kidnapped"]),
        ("The drought has driven 900 people into camps.", ["900 people displaced"]),
    ],
)
def test_what_happened_to_persons(told, text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She let six of her 14 cooks go.", ["six cooks jobs_cut", "14 cooks other"]),
        ("The rebels let six hostages go.", ["six hostages kidnapped"]),
        ("The closure will cost the town 900 jobs.", ["900 jobs jobs_cut"]),
        ("Orlan Foods to Cut 1,300 Jobs in Tarvel", ["1,300 Jobs jobs_cut"]),
        ("About 300 marines surround the ship.", ["About 300 marines deployed"]),
        ("The order brings its force there to 8,400.", ["8,400 force deployed"]),
        ("Police estimated the crowd at 40,000.", ["40,000 crowd other"]),
        ("The workers marched. Police estimated the crowd at 40,000.", ["40,000 crowd protest"]),
        ("The mayor said 61 percent of voters rejected the plan.", ["61 percent voters votes"]),
        ("A poll found 54 percent of voters have a good view of him.", ["54 percent voters share"]),
        ("The study demonstrated four errors.", ["four errors other"]),
        ("The firm paid half a billion in dividends.", ["half a billion dividends money"]),
        ("Officials put the repair bill at $40 million.", ["$40 million bill money"]),
        ("Congress approved a relief fund of $250m.", ["$250m fund money"]),
        ("Its shares are down by almost a third since May.", ["almost a third shares change"]),
        ("Cases of the virus topped 1 million.", ["1 million Cases infected"]),
        ("Accidents rose to 63 in May.", ["63 Accidents other"]),
        ("Subscribers passed 3 million.", ["3 million Subscribers other"]),
        ("Rescuers reached 12 in May.", ["12 - other"]),
        ("Some 850 foreign observers monitored the vote.", ["Some 850 observers deployed"]),
        ("An election is due. The tax office takes 30 percent.", ["30 percent - share"]),
        ("An election is due. The agent takes 10 percent.", ["10 percent - share"]),
        ("An election was held. The senator took 30 percent.", ["30 percent - votes"]),
        ("Odar, who won the election with 58 percent, left.", ["58 percent - votes"]),
        (
            "It lost $74 million in the quarter ended Dec. 31, or $1.20 a share.",
            ["$74 million - money", "$1.20 a share - money"],
        ),
        (
            "Foreign reserves fell $1.4 billion to $38.2 billion in June.",
            ["$1.4 billion reserves change", "$38.2 billion reserves money"],
        ),
        ("The measure passed the Senate 52-47, a first.", ["52 - votes", "47 - votes"]),
        ("It has 118 crossings; only a third have gates.", ["118 crossings other", "only a third - share"]),
        ("The bank had 212 branches and assets of $19 billion.", ["212 branches other", "$19 billion assets money"]),
        ("Borrowers will get an average of $47.", ["$47 - money"]),
        ("Stocks have lost more than half their value.", ["more than half value change"]),
        ("They spent half their income.", ["half income share"]),
        ("Depositors have recovered 61 cents.", ["61 cents - money"]),
        ("The reward reached $5 million.", ["$5 million reward money"]),
        ("The Dorset 100 index lost 2.1 percent.", ["2.1 percent index change"]),
        ("The bank held its key rate at 4.5 percent.", ["4.5 percent rate share"]),
        ("The number of farms fell 31 percent, to 18,600.", ["31 percent farms change", "18,600 farms other"]),
        ("It cost twice as many as last year.", ["twice - other"]),
        ("The storm knocked out power to 2,000 homes.", ["2,000 homes cut_off"]),
        ("The storm cut power to 80 percent of the city.", ["80 percent city cut_off"]),
        ("The bus fell about 90 meters into a ravine.", ["about 90 meters - measure"]),
        ("The river fell 3 meters.", ["3 meters river change"]),
        ("They had forecast a rate of 9.4 percent.", ["9.4 percent rate share"]),
        ("Temperatures reached 104 degrees.", ["104 degrees Temperatures measure"]),
        ("The bank lowered it by half a percentage point.", ["half a percentage point - change"]),
        ("They hired 300 men, 49 percent more than in May.", ["300 men other", "49 percent - change"]),
        ("Exports were worth $3 billion, a fifth less than in May.", ["$3 billion Exports money", "a fifth - change"]),
        ("It will cut 15 percent of its workforce.", ["15 percent workforce jobs_cut"]),
        ("It cuts spending by 4.8 billion francs.", ["4.8 billion francs spending change"]),
        ("The plane went down eight miles short of the runway.", ["eight miles - measure"]),
        ("The lake went down eight feet.", ["eight feet lake change"]),
        ("They approved 95 million crowns in aid.", ["95 million crowns aid money"]),
        ("She won two crowns.", ["two crowns other"]),
        (
            "He won 52.7 percent of the vote; Dorn took 45.1 percent.",
            ["52.7 percent vote votes", "45.1 percent - votes"],
        ),
        ("The firm won 45.1 percent.", ["45.1 percent - share"]),
        ("They got less than a quarter of that.", ["less than a quarter - share"]),
        ("Its shares rose by more than a third.", ["more than a third shares change"]),
        ("Orlan Foods Cuts Jobs After Profit Falls 18%", ["18% Profit change"]),
        ("Helicopters dropped 26 tons of rice.", ["26 tons rice measure"]),
        ("The level dropped 26 feet.", ["26 feet level change"]),
        ("The bomb went off 10 metres from the gate.", ["10 metres - measure"]),
        ("The stock traded as high as $39 last fall.", ["as high as $39 stock money"]),
        ("The firm sold its ferry line for $6 million.", ["$6 million line money"]),
        ("The state asked for 9 billion rupees in aid.", ["9 billion rupees aid money"]),
        ("The state paid 9 billion rupees in a day.", ["9 billion rupees - money"]),
        ("Unemployment, at 9 percent, is the highest in years.", ["9 percent Unemployment unemployed"]),
        (
            "The yield on the bonds eased 12 points to 4.9 percent.",
            ["12 points yield change", "4.9 percent yield share"],
        ),
        (
            "Two-thirds of voters oppose it, and 54 percent back the strikers.",
            ["Two-thirds voters share", "54 percent - share"],
        ),
        ("Local 218 of the Bakers Union struck.", []),
        ("The bank set aside $90 million for bad loans.", ["$90 million loans money"]),
        ("The mine was fined $18,000 for 22 violations.", ["$18,000 - money", "22 violations other"]),
        ("Turnout was estimated at 62 percent.", ["estimated at 62 percent Turnout votes"]),
        ("Half of the victims had taken pills.", ["Half victims share"]),
        (
            "They closed 45 percent of the pits and half of those at Lorn.",
            ["45 percent pits share", "half those share"],
        ),
        (
            "He was told to sell $86 million in bonds, two houses and a boat.",
            ["$86 million bonds money", "two houses other"],
        ),
        ("A magistrate set bail at $5 million.", ["$5 million bail money"]),
        ("Agents found barrels holding $3 million in cash.", ["$3 million cash money"]),
        ("The firm paid $3 million in cash.", ["$3 million - money"]),
        ("Two-thirds of what the state lost was paid.", ["Two-thirds - money"]),
        ("The bank cut its forecast for growth to 2 percent.", ["2 percent growth share"]),
        ("Wages rose an average of 3 percent.", ["3 percent Wages change"]),
        (
            "The rating fell to 34 percent, down 8 points from March.",
            ["34 percent rating share", "8 points rating change"],
        ),
        ("With half of the ballots counted, the Bloc had 41 percent.", ["half ballots votes", "41 percent - votes"]),
        ("Exit polls gave the Bloc 41 percent.", ["41 percent - votes"]),
        ("The sale gave the Bloc 41 percent.", ["41 percent sale share"]),
        ("Vash robbed 900 investors of $61 million.", ["900 investors other", "$61 million - money"]),
        ("The convoy of 40 trucks left.", ["40 trucks other"]),
        ("The fire did $2 million worth of damage.", ["$2 million damage money"]),
        ("He was accused of taking $40,000 in bribes.", ["$40,000 bribes money"]),
        ("They raised $600,000 for the victims.", ["$600,000 - money"]),
        ("The picture sold for $9 million.", ["$9 million picture money"]),
        ("The traders sold for $9 million.", ["$9 million - money"]),
    ],
)
def test_what_happened_to_things(told, text, wanted):
    assert told(text) == wanted


def test_a_part_takes_the_nearest_whole_of_its_own_sentence(parse):
    text = (
        "The 1998 flood killed 212 people. Doctors had little to say on Monday.\n\n"
        "Twenty-two of those injured on Sunday, none of them foreigners, remained in hospital."
    )
    found = find_quantities(parse(text), ())
    part = next(q for q in found if q.text == "none")
    assert part.whole is not None
    assert part.whole.of(text) == "Twenty-two"
    assert (part.event, part.noun, part.polarity) == ("injured", "foreigners", "zero")


def test_a_whole_has_what_its_own_words_say(parse):
    text = "In all, 16 of 20 hikers abducted in May died during a rescue attempt."
    part, whole = find_quantities(parse(text), ())
    assert (part.event, whole.event) == ("killed", "kidnapped")
    assert part.whole == whole.span


def test_the_clause_around_does_not_hedge_one_of_its_own(parse):
    text = "The union estimated the damage at $4 million, while police arrested 30 men."
    hedges = {q.text: q.hedge for q in find_quantities(parse(text), ())}
    assert hedges["$4 million"] is not None
    assert hedges["30"] is None


@pytest.mark.parametrize(
    "text",
    [
        "He sat in seat 14 of the No. 7 bus.",
        "Men aged 32 and 47 sang.",
        "She is not the only one.",
        "Correction: An earlier version of this article said that five firefighters were injured.",
    ],
)
def test_no_claim(told, text):
    assert told(text) == []


def test_who_puts_a_number_at_so_much_vouches_for_it(parse):
    text = "A newspaper put the number of dead at 60. That put the toll at 61."
    first, second = find_quantities(parse(text), ())
    assert first.source is not None
    assert first.source.of(text) == "A newspaper"
    assert second.source is None


def test_plus_or_minus_is_no_negative_number(parse):
    (found,) = find_quantities(parse("The margin of error is plus or minus 2.5 percentage points."), ())
    assert (found.text, found.value) == ("2.5 percentage points", 2.5)


def test_a_relative_clause_says_whose_figure_it_is(parse):
    text = "Donors pledged less than the $2.1 billion that the United Nations says it needs."
    (found,) = find_quantities(parse(text), ())
    assert found.source is not None
    assert found.source.of(text) == "the United Nations"


def test_a_time_behind_a_number_is_not_part_of_it(parse):
    assert [q.text for q in find_quantities(parse("Accidents rose to 63 last year from 34."), ())] == ["63", "34"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The crash killed all but six of them.", "negated"),
        ("The crash killed six of them.", "affirmed"),
        ("He denied that 40 people had died.", "negated"),
        ("A rebel denied that, saying two men had died.", "affirmed"),
    ],
)
def test_what_did_not_happen_is_negated(parse, text, wanted):
    (found,) = find_quantities(parse(text), ())
    assert (found.event, found.polarity) == ("killed", wanted)


@pytest.mark.parametrize(
    ("text", "event", "polarity"),
    [
        ("The storm killed all but two of the 30 sailors.", "killed", "negated"),
        ("All but two of the 30 sailors died.", "killed", "negated"),
        ("All but two of them are dead.", "killed", "negated"),
        ("The firm sold all but two of its 30 stores.", "other", "negated"),
        ("A list of all but two of the towns.", "other", "affirmed"),
    ],
)
def test_those_excepted_have_the_event_of_all(parse, text, event, polarity):
    found = find_quantities(parse(text), ())[0]
    assert (found.event, found.polarity) == (event, polarity)


def test_a_part_of_one_unit_is_a_number_of_them(parse):
    (found,) = find_quantities(parse("Rates rose a quarter of a percentage point."), ())
    assert (found.value, found.unit, found.trend) == (0.25, "percent", "up")


def test_a_range_is_no_time_of_day(parse):
    (found,) = find_quantities(parse("The attackers, believed to number between eight and 10, stormed it."), ())
    assert (found.low, found.high) == (8, 10)
