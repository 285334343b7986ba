#include "samples.h"

namespace dateline::samples
{

const char *const geoVirus = R"(<?xml version='1.0' encoding='utf-8'?>
<articles><article><source>https://example.org/wiki/Fever</source>
<text>&#x1F600; A fever &amp; Mali, then Ghana.</text>
<locations>
<location><name>Ghana</name><start>24</start><end>29</end><lat>8</lat><lon>-1</lon><page>p</page></location>
<location><name>Mali</name><start>13</start><end>17</end><lat>17.5</lat><lon>-4</lon><page>p</page></location>
<location><name>Mali</name><start>1</start><end>5</end><lat>17.5</lat><lon>-4</lon><page>p</page></location>
</locations></article></articles>)";

const char *const toponyms = R"(<articles><article docid="7"><title>Paris</title>
<text><![CDATA[Turkish police in Goris met Iranian envoys from Iran on Memphis St.]]></text><toponyms count="5">
<toponym><start>18</start><end>23</end><phrase>Goris</phrase><gaztag geonameid="1"><name>Goris</name>
<fclass>P</fclass><fcode>PPL</fcode><lat>39.5</lat><lon>46.5</lon><country geonameid="2">Armenia</country></gaztag></toponym>
<toponym><phrase>Turkish</phrase><start>0</start><end>7</end><gaztag geonameid="3"><name>Turkey</name>
<fcode>PCLI</fcode><lat>39</lat><lon>35</lon></gaztag></toponym>
<toponym><start>48</start><end>52</end><phrase>Iran</phrase><gaztag geonameid="4"><name>Islamic Republic of Iran</name>
<fcode>PCLI</fcode><lat>32</lat><lon>53</lon></gaztag></toponym>
<toponym><start>28</start><end>35</end><phrase>Iranian</phrase><gaztag geonameid="4"><name>Islamic Republic of Iran</name>
<fcode>PCLI</fcode><lat>32</lat><lon>53</lon></gaztag></toponym>
<toponym><start>56</start><end>67</end><phrase>Memphis St.</phrase></toponym>
</toponyms></article></articles>)";

const char *const geoWebNews = R"(<articles><article><text>An embassy of Russian Moscow</text>
<toponyms><toponym><extractedName>embassy</extractedName><type>Literal_Expression</type><start>3</start><end>10</end></toponym>
<toponym><extractedName>Russian</extractedName><normalisedName>Russia</normalisedName><type>Non_Literal_Modifier</type>
<modifierType>Adjective</modifierType><start>14</start><end>21</end><latitude>60</latitude><longitude>100</longitude></toponym>
<toponym><extractedName>Moscow</extractedName><normalisedName>Moscow</normalisedName><type>Literal</type><modifierType/>
<start>22</start><end>28</end><latitude>55.5</latitude><longitude>37.5</longitude></toponym></toponyms></article></articles>)";

const char *const wotr = R"([{"docid": 3, "text": "To Ringgold, Ohio and Y.",
"named_entities": [
{"char_start": 3, "char_end": 11, "entity_string": "Ringgold", "entity_type": "place",
 "geo": "{\"type\":\"Point\",\"coordinates\":[-85.5,34.5]}@@{\"type\":\"Point\",\"coordinates\":[1,2]}"},
{"char_start": 13, "char_end": 17, "entity_string": "Ohio", "entity_type": "place",
 "geo": "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[-84,41],[-82,41],[-82,39],[-84,39]]]]}"},
{"char_start": 22, "char_end": 23, "entity_string": "Y", "entity_type": "place", "geo": ""},
{"char_start": 0, "char_end": 2, "entity_string": "To", "entity_type": "person", "geo": ""}]}])";

const char *const tempEval = R"(<?xml version="1.0" ?><TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t0" type="DATE" value="2013-03-22">March 22, 2013</TIMEX3></DCT>
<TITLE>On <TIMEX3 value="2013-03-19">Tuesday</TIMEX3></TITLE>
<TEXT>He <EVENT eid="e1">left</EVENT> <TIMEX3 tid="t1" type="DATE" value="2013-03-22">Friday</TIMEX3> for <TIMEX3
type="DURATION" value="P1M">a month</TIMEX3>.</TEXT></TimeML>)";

const char *const wikiWars = R"(<DOC><DOCID>k</DOCID>
<DATETIME> <TIMEX2 val="2009-12-19T17:00:00">2009-12-19T17:00:00</TIMEX2> </DATETIME>
<TEXT>In <TIMEX2 val="P1W">the last week of <TIMEX2 val="1918-10">October </TIMEX2></TIMEX2>it ended.</TEXT></DOC>)";

const char *const plover = R"([
{"id": "1", "event": "DOCUMENT", "eventText": "x"},
{"id": "2", "event": "PROTEST", "mode": "riot-spon", "eventText": "rioted", "text": "They rioted."},
{"id": "3", "event": "AGREE", "eventText": "agreed", "text": "They agreed."},
{"id": "4", "event": "ASSAULT", "mode": "explosives", "eventText": "bombed", "text": "They bombed it."}])";

} // namespace dateline::samples
