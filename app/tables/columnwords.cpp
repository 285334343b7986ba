#include "tables/columnwords.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// What columns of a role are called, parted by bars: English, Russian, Ukrainian, Armenian, Azerbaijani and Turkish,
/// Arabic, French, German, Spanish.
struct RoleWords
{
    Role role;
    const char *words;
};

constexpr std::array roleWords{
    RoleWords{Role::Date,
              "date|day|when|datetime|date time|event date|incident date|start|start date|date start|begin|begin date|"
              "from|timestamp|date of event|date of incident|occurred|occurred on|"
              "дата|день|когда|число|дата события|дата начала|начало|"
              "дата події|коли|дата початку|початок|ամսաթիվ|օր|երբ|սկիզբ|tarix|tarixi|gün|tarih|tarihi|başlanğıc|"
              "التاريخ|تاريخ|اليوم|تاريخ الحادث|jour|date de l evenement|debut|quand|"
              "datum|tag|wann|beginn|fecha|dia|cuando|inicio|fecha del evento"},
    RoleWords{Role::Time,
              "time|hour|clock|time of day|local time|event time|время|часы|час|година|ժամ|ժամանակ|ժամը|saat|vaxt|"
              "الوقت|وقت|الساعة|heure|uhrzeit|zeit|hora"},
    RoleWords{Role::End,
              "end|until|end date|date end|to date|finish|last day|конец|окончание|дата окончания|"
              "кінець|завершення|дата завершення|ավարտ|վերջ|son|bitmə|bitiş|النهاية|تاريخ النهاية|نهاية|"
              "fin|date de fin|ende|bis|enddatum|hasta|fecha fin|fecha final"},
    RoleWords{Role::Latitude,
              "latitude|lat|lati|y|широта|шир|լայնություն|enlik|en dairəsi|enlem|خط العرض|دائرة العرض|العرض|"
              "breite|breitengrad|geographische breite|latitud"},
    RoleWords{Role::Longitude,
              "longitude|lon|lng|long|longi|x|долгота|дол|довгота|երկայնություն|uzunluq|uzunluq dairəsi|boylam|"
              "خط الطول|الطول|lange|langengrad|laenge|geographische lange|longitud"},
    RoleWords{Role::LatLon,
              "coordinates|coordinate|coords|coord|position|gps|latlon|latlng|lat lon|lat long|lat lng|mgrs|grid|"
              "grid reference|plus code|pluscode|utm|geolocation|point|координаты|координата|координати|"
              "կոորդինատներ|koordinatlar|koordinat|الإحداثيات|إحداثيات|احداثيات|coordonnees|"
              "koordinaten|position gps|coordenadas"},
    RoleWords{Role::Easting, "easting|eastings|east|x|e|est|utm e|utm x|utm east|rechtswert|ostwert|este|coord x"},
    RoleWords{Role::Northing,
              "northing|northings|north|y|n|utm n|utm y|utm north|hochwert|nordwert|norte|nord|coord y"},
    RoleWords{Role::Zone, "zone|utm zone|grid zone|зона|зона utm|zona|huso|uhus"},
    RoleWords{Role::Shape, "wkt|wkt geom|geom|geometry|shape|the geom"},
    RoleWords{Role::Place,
              "place|location|city|town|village|settlement|address|where|locality|municipality|site|place name|"
              "location name|neighbourhood|street|"
              "место|населенный пункт|город|село|адрес|где|локация|поселок|место события|"
              "місце|населений пункт|місто|адреса|де|локація|"
              "վայր|բնակավայր|քաղաք|գյուղ|հասցե|տեղ|տեղանք|yer|məkan|şəhər|kənd|ünvan|konum|şehir|köy|"
              "المكان|مكان|الموقع|موقع|المدينة|القرية|العنوان|البلدة|"
              "lieu|ville|village|commune|adresse|localite|endroit|ort|stadt|dorf|wo|gemeinde|"
              "lugar|ciudad|pueblo|direccion|localidad|municipio"},
    RoleWords{Role::Province,
              "province|region|state|oblast|governorate|district|admin1|adm1|department|county|"
              "область|регион|район|провинция|регіон|մարզ|շրջան|rayon|vilayət|bölgə|il|bölge|"
              "المحافظة|محافظة|المنطقة|departement|provinz|bundesland|bezirk|provincia|departamento|estado"},
    RoleWords{Role::Country, "country|nation|страна|країна|երկիր|ölkə|ülke|الدولة|البلد|بلد|pays|land|staat|pais"},
    RoleWords{Role::Title,
              "title|name|headline|subject|event|incident|название|заголовок|событие|назва|подія|"
              "վերնագիր|անվանում|դեպք|başlıq|ad|hadisə|başlık|olay|عنوان|اسم|الحادث|titre|nom|evenement|titel|"
              "uberschrift|ereignis|titulo|nombre|suceso"},
    RoleWords{
        Role::Words,
        "description|text|details|summary|narrative|report|what happened|content|account|"
        "описание|текст|подробности|что произошло|что случилось|опис|подробиці|що сталося|"
        "նկարագրություն|տեքստ|մանրամասներ|təsvir|mətn|açıqlama|açıklama|metin|"
        "الوصف|وصف|النص|تفاصيل|التفاصيل|texte|recit|resume|"
        "beschreibung|bericht|schilderung|was geschah|was ist geschehen|ce qui s est passe|que paso|descripcion|texto|relato|detalles|resumen"},
    RoleWords{Role::Notes,
              "notes|note|comment|comments|remarks|remark|примечание|примечания|комментарий|заметки|"
              "примітка|примітки|коментар|նշում|նշումներ|qeyd|qeydlər|not|notlar|ملاحظات|ملاحظة|"
              "remarques|commentaire|commentaires|bemerkung|bemerkungen|anmerkung|anmerkungen|notizen|"
              "notas|observaciones|comentarios"},
    RoleWords{Role::Kind,
              "type|kind|category|event type|incident type|type of event|type of incident|nature|"
              "тип|вид|категория|тип события|категорія|тип події|տեսակ|տիպ|növ|tip|tür|النوع|نوع|"
              "genre|categorie|typ|art|kategorie|tipo|categoria|clase"},
    RoleWords{Role::Actors,
              "actor|actors|actor 1|actor 2|actor1|actor2|party|parties|perpetrator|side|side a|side b|faction|"
              "attacker|belligerent|сторона|стороны|участники|исполнитель|"
              "сторони|учасники|виконавець|կողմ|կողմեր|tərəf|tərəflər|taraf|taraflar|"
              "الطرف|الأطراف|الجهة|الفاعل|acteur|acteurs|auteur|partie|akteur|akteure|tater|partei|"
              "actores|autor|bando"},
    RoleWords{Role::Killed,
              "killed|deaths|dead|fatalities|death toll|number killed|people killed|"
              "погибшие|погибших|погибло|убито|убитые|загиблі|загинуло|вбито|"
              "զոհեր|զոհված|զոհվածներ|ölənlər|həlak olanlar|ölü|ölenler|القتلى|قتلى|عدد القتلى|"
              "morts|tues|deces|tote|getotete|todesopfer|muertos|fallecidos"},
    RoleWords{Role::Sources,
              "source|sources|media|publisher|reported by|outlet|источник|источники|джерело|джерела|"
              "աղբյուր|աղբյուրներ|mənbə|mənbələr|kaynak|kaynaklar|المصدر|المصادر|مصدر|quelle|quellen|"
              "fuente|fuentes"},
    RoleWords{Role::Links,
              "url|urls|link|links|href|web|website|ссылка|ссылки|посилання|հղում|հղումներ|keçid|bağlantı|"
              "الرابط|رابط|روابط|lien|liens|verweis|enlace|enlaces"},
    RoleWords{Role::Tags,
              "tags|tag|keywords|labels|теги|метки|ключевые слова|мітки|ключові слова|պիտակներ|teqlər|"
              "etiketler|وسوم|الوسوم|mots cles|etiquettes|schlagworte|stichworte|etiquetas"},
    RoleWords{Role::Id,
              "id|uid|uuid|guid|number|no|nr|event id|incident id|record id|ref|reference|"
              "номер|№|ид|համար|nömrə|numara|رقم|الرقم|numero|identifiant|nummer|kennung|identificador"},
    RoleWords{Role::Sensitive, "sensitive|confidential|чувствительно|чутливо|sensible|vertraulich"},
    RoleWords{Role::Graphic, "graphic|violent content"},
};

/// Letters without case and accents, and one space for all that is neither letter nor number: “eventDate”, “Event_date”.
QString levelledName(QStringView name)
{
    QString level;
    QChar before;
    // Accents go, and so do the marks that part Й from И.
    const QString apart = name.toString().normalized(QString::NormalizationForm_D);
    for (const QChar c : apart) {
        if (c.isMark())
            continue;
        if (c.isUpper() && before.isLower())
            level += u' ';
        level += c.isLetterOrNumber() || c == u'№' ? c : QChar(u' ');
        before = c;
    }
    return level.toCaseFolded().simplified();
}

using WordsOfRole = QHash<Role, QStringList>;

const WordsOfRole &wordsOfRoles()
{
    static const WordsOfRole words = [] {
        WordsOfRole all;
        for (const RoleWords &of : roleWords) {
            const QStringList list = QString::fromUtf8(of.words).split(u'|');
            for (const QString &word : list)
                all[of.role].append(levelledName(word));
        }
        return all;
    }();
    return words;
}

/// What words that begin so stand for; the first that fits counts.
struct KindStem
{
    const char *stems;
    Kind kind;
    std::optional<SubKind> subKind = {};
};

constexpr std::array kindStems{
    KindStem{
        "air strike|airstrike|air attack|drone|uav|bombing from|авиаудар|авіаудар|бпла|дрон|беспилот|безпілот|авианал|"
        "ավիահարված|անօդաչու|hava zərbəsi|pua|hava saldırı|غارة|طائرة|مسيرة|frappe aerienne|luftangriff|drohne|"
        "ataque aereo|bombardeo aereo",
        Kind::Explosions, SubKind::AirDroneStrike},
    KindStem{"shell|artiller|mortar|missile|rocket|обстрел|обстріл|артобстр|ракет|миномет|հրետակոծ|գնդակոծ|"
             "atəşə|artilleriya|topçu|قصف|صاروخ|bombardement|obus|beschuss|rakete|artillerie|bombardeo|misil",
             Kind::Explosions, SubKind::ShellingArtilleryMissile},
    KindStem{"mine|ied |remote explos|мина |мины|минн|подрыв|підрив|ական|mina|لغم|عبوة", Kind::Explosions,
             SubKind::RemoteExplosive},
    KindStem{"explo|blast|взрыв|вибух|պայթյուն|partlayış|patlama|انفجار|anschlag|explos", Kind::Explosions},
    KindStem{
        "armed clash|clash|battle|fight|combat|firefight|skirmish|бой|бои|столкнов|перестрел|бій|бої|зіткнен|"
        "մարտ|բախում|փոխհրաձգ|döyüş|toqquşma|çatışma|اشتباك|معركة|affrontement|combat|gefecht|kampf|combate|enfrentamiento",
        Kind::Battles, SubKind::ArmedClash},
    KindStem{"abduct|kidnap|disappear|похищ|викраден|առևանգ|oğurlan|خطف|اختطاف|enlevement|entfuhrung|secuestro",
             Kind::ViolenceAgainstCivilians, SubKind::Abduction},
    KindStem{"killing|execution|attack on civil|violence against|убийств|казн|вбивств|սպանություն|qətl|قتل|إعدام|"
             "meurtre|assassinat|mord|totung|asesinato",
             Kind::ViolenceAgainstCivilians, SubKind::Attack},
    KindStem{"protest|demonstrat|rally|митинг|протест|демонстрац|мітинг|ցույց|բողոք|etiraz|مظاهرة|احتجاج|manifestation|"
             "kundgebung|manifestacion",
             Kind::Protests},
    KindStem{"riot|mob violence|беспорядк|погром|заворушен|անկարգություն|iğtişaş|شغب|emeute|unruhen|krawall|disturbio",
             Kind::Riots},
    KindStem{
        "arrest|detain|detention|арест|задержан|арешт|затриман|ձերբակալ|həbs|اعتقال|arrestation|verhaftung|festnahme|"
        "detencion",
        Kind::StrategicDevelopments, SubKind::Arrests},
    KindStem{
        "agreement|ceasefire|truce|соглашен|перемири|угод|համաձայնագ|հրադադար|razılaşma|atəşkəs|اتفاق|هدنة|accord|treve|"
        "cessez|abkommen|waffenruhe|acuerdo|tregua",
        Kind::StrategicDevelopments, SubKind::Agreement},
    KindStem{"loot|мародер|грабеж|мародерств|թալան|talan|نهب|pillage|plunderung|saqueo", Kind::StrategicDevelopments,
             SubKind::Looting},
};

bool hasStem(const QString &word, const QString &stem)
{
    return word.startsWith(stem) || word.contains(u' ' + stem);
}

} // namespace

int nameScore(QStringView name, Role role)
{
    const QStringList &words = wordsOfRoles()[role];
    const QString level = levelledName(name);
    if (words.contains(level))
        return 100;
    // “source 1”, “date (local)”.
    const QString padded = u' ' + level + u' ';
    return std::ranges::any_of(
               words, [&padded](const QString &word) { return word.size() > 1 && padded.contains(u' ' + word + u' '); })
        ? 60
        : 0;
}

std::optional<MappedKind> kindOfWord(const QString &word)
{
    if (const std::optional<SubKind> subKind = subKindFromTerm(word))
        return MappedKind{word, kindOf(*subKind), subKind};
    if (const std::optional<Kind> kind = kindFromTerm(word))
        return MappedKind{word, *kind, {}};
    const QString level = levelledName(word);
    for (const KindStem &stems : kindStems) {
        const QStringList list = QString::fromUtf8(stems.stems).split(u'|');
        if (std::ranges::any_of(list, [&level](const QString &stem) { return hasStem(level, levelledName(stem)); }))
            return MappedKind{word, stems.kind, stems.subKind};
    }
    return std::nullopt;
}

} // namespace dateline
