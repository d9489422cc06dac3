"""A small graph of real places and actors, to be linked to the recorded items."""

PREFIXES = """\
@prefix actor: <https://w3id.org/claimgraph/actor/> .
@prefix cg: <https://w3id.org/claimgraph/ontology/> .
@prefix event: <https://w3id.org/claimgraph/event/> .
@prefix gazetteer: <https://w3id.org/claimgraph/gazetteer/> .
@prefix mapping: <https://w3id.org/claimgraph/mapping/> .
@prefix name: <https://w3id.org/claimgraph/name/> .
@prefix office: <https://w3id.org/claimgraph/office/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix place: <https://w3id.org/claimgraph/place/> .
@prefix position: <https://w3id.org/claimgraph/position/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix toponyms: <https://w3id.org/claimgraph/toponyms/> .
@prefix voice: <https://w3id.org/claimgraph/voice/> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
HEAD = (
    "#curie_map:\n#  wd: http://www.wikidata.org/entity/\n#comment: kept as it is\n"
    "subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\t"
    "mapping_justification\tauthor_label\tmapping_date\tconfidence\tcomment\n"
)
FILES: dict[str, str | None] = {
    "ontology/prefixes.ttl": PREFIXES,
    "ontology/core.ttl": PREFIXES
    + """
cg:Actor a owl:Class ; rdfs:label "actor"@en .
cg:Person a owl:Class ; rdfs:label "person"@en ; rdfs:subClassOf cg:Actor .
cg:Institution a owl:Class ; rdfs:subClassOf cg:Organisation .
cg:Ministry a owl:Class ; rdfs:subClassOf cg:Institution .
cg:Organisation a owl:Class ; rdfs:subClassOf cg:Actor .
cg:Office a owl:Class ; rdfs:subClassOf cg:Actor .
cg:State a owl:Class ; rdfs:subClassOf cg:Actor .
cg:Voice a owl:Class ; rdfs:subClassOf cg:Actor .
cg:Place a owl:Class .
cg:Event a owl:Class .
""",
    "data/places.ttl": PREFIXES
    + """
place:azerbaijan a cg:Place ;
    rdfs:label "Azerbaijan"@en .

place:ganja a cg:Place ;
    rdfs:label "Ganja"@en .

place:shusha a cg:Place ;
    rdfs:label "Shusha (town)"@en .

place:stepanakert a cg:Place ;
    rdfs:label "Stepanakert"@en .
""",
    "data/actors.ttl": PREFIXES
    + """
actor:azerbaijan a cg:State ;
    rdfs:label "Azerbaijan"@en .

actor:ilham-aliyev a cg:Person ;
    rdfs:label "Ilham Aliyev"@en .

actor:ministry a cg:Ministry ;
    rdfs:label "Ministry of Roads"@en ;
    skos:definition "The ministry that builds roads in Azerbaijan."@en ;
    cg:onBehalfOfAsInstitution actor:azerbaijan .

voice:a-body a cg:Voice ;
    rdfs:label "The body"@en .
""",
    "data/events.ttl": PREFIXES
    + """
event:fighting-of-2020 a cg:Event ;
    rdfs:label "The fighting of 2020"@en ;
    cg:topicPlace place:azerbaijan .
""",
    "data/positions.ttl": PREFIXES
    + """
gazetteer:geonames a cg:Gazetteer ;
    rdfs:label "GeoNames"@en .

position:ganja a cg:Position ;
    cg:positionOf place:ganja ;
    cg:latitude 40.68157 ;
    cg:longitude 46.36134 ;
    cg:takenFrom gazetteer:geonames ;
    cg:recordKey "586523" .

position:shusha a cg:Position ;
    cg:positionOf place:shusha ;
    cg:latitude 39.76006 ;
    cg:longitude 46.74989 ;
    cg:takenFrom gazetteer:geonames ;
    cg:recordKey "147105" .

toponyms:ganja a cg:Toponyms ;
    cg:toponymsOf place:ganja ;
    skos:altLabel "Gəncə"@az , "Գանձակ"@hy , "Гянджа"@ru , "Ganca"@tr ;
    cg:takenFrom gazetteer:other ;
    cg:recordKey "421168739" .

name:b-shushi a cg:NameUse ;
    cg:names place:shusha ;
    cg:form "Shushi" ;
    cg:usedBy voice:a-body .
""",
}


def row(subject: str, item: str, label: str, **cells: str) -> str:
    """A row of the link table."""
    given = {
        "subject_id": subject,
        "subject_label": subject.partition(":")[2].title(),
        "predicate_id": "skos:closeMatch",
        "predicate_modifier": "",
        "object_id": item,
        "object_label": label,
        "mapping_justification": "semapv:ManualMappingCuration",
        "author_label": "A. Reader",
        "mapping_date": "2026-11-22",
        "confidence": "0.9" if item.startswith("wd:") else "",
        "comment": "For a test.",
    }
    return "\t".join((given | cells).values()) + "\n"
