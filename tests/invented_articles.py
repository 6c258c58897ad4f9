"""Four invented articles, which the export files beside this module hold in each service's layout."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Invented:
    title: str
    outlet: str
    date: str  # as Nexis writes it
    day: str  # ISO
    byline: str | None
    paragraphs: tuple[str, ...]

    @property
    def text(self):
        return "\n\n".join((self.title, *self.paragraphs))

    @property
    def words(self):
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


ARTICLES = (
    Invented(
        "Ruritania and Syldavia reopen the border bridge",
        "The Ruritanian Courier",
        "March 3, 2014 Monday",
        "2014-03-03",
        "Jana Novák",
        (
            "The governments of Ruritania and Syldavia opened the bridge at Brodno again on Monday, four years after it was closed.",
            "“We have waited long enough,” the Ruritanian transport minister, Pavel Dorin, told reporters beside the river.",
            "The body of rules that both sides signed has a length of 40 pages; the copyright of its maps belongs to Syldavia.",
            "Lorries may cross from next week, and pedestrians from the first of April.",
        ),
    ),
    Invented(
        "Farmers block road to Klow over milk price; police keep away",
        "The Klow Evening News",
        "March 4, 2014 Tuesday",
        "2014-03-04",
        "Ottokar Weiss",
        (
            "KLOW - Some 300 farmers blocked the road to the capital with tractors on Tuesday and demanded a higher price for milk.",
            "By evening the queue was nine kilometres long. The interior ministry said that it would not send the police.",
            "Notes",
            "Among those who came were Anna Kessel, who has 40 cows, and her brother: “In spring we will have none,” she said.",
            "The agriculture minister will receive the farmers' union on Thursday, his spokesman said.",
        ),
    ),
    Invented(
        "Syldavian court frees editor",
        "Border Weekly",
        "March 5, 2014 Wednesday",
        "2014-03-05",
        None,
        (
            "A court in Klow freed the editor Milan Sobol on Wednesday after 61 days in prison.",
            "The judges rejected the charge that his newspaper had threatened the army, a lawyer said.",
            "Document 4 of the file, a letter by the defence ministry, was not read out. End of the matter, the prosecutor said.",
        ),
    ),
    Invented(
        "UN envoy to visit both capitals next week",
        "The Ruritanian Courier",
        "March 6, 2014 Thursday",
        "2014-03-06",
        "Jana Novák and Peter Lang",
        (
            "The United Nations envoy Ingrid Halvorsen will visit Strelsau and Klow next week to discuss the shared reservoir, "
            "her office said on Thursday in a statement that named neither a date nor those whom she is going to meet.",
            "Ruritania accuses its neighbour of holding back water, which Syldavia denies.",
            "A spokeswoman for the envoy called the talks “a first step – no more”.",
        ),
    ),
)
