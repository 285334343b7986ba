#include "reading/titles.h"

#include "reading/readingtext.h"

#include <array>

namespace dateline
{

namespace
{

QString withPlace(const QString &what, const QString &place, LocationWords::Relation relation)
{
    if (place.isEmpty())
        return what;
    switch (relation) {
    case LocationWords::Relation::In: return ReadingText::tr("%1 in %2").arg(what, place);
    case LocationWords::Relation::Near: return ReadingText::tr("%1 near %2").arg(what, place);
    case LocationWords::Relation::Towards: return ReadingText::tr("%1 towards %2").arg(what, place);
    case LocationWords::Relation::Away: return ReadingText::tr("%1 near %2").arg(what, place);
    case LocationWords::Relation::Between: return ReadingText::tr("%1 between %2").arg(what, place);
    case LocationWords::Relation::Along: return ReadingText::tr("%1 on the %2 road").arg(what, place);
    case LocationWords::Relation::About: return ReadingText::tr("%1 linked to %2").arg(what, place);
    }
    Q_UNREACHABLE_RETURN({});
}

QString listOf(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return ReadingText::tr("%1 and %2").arg(words.first(words.size() - 1).join(QStringLiteral(", ")), words.back());
}

QString withSmallFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    return text;
}

} // namespace

QString titleFrom(const EventWords &event, const Tokens &tokens, const QString &place, LocationWords::Relation relation)
{
    const bool pact = event.title == QLatin1StringView("Ceasefire") || event.title == QLatin1StringView("Agreement");
    if (pact && event.subKind == SubKind::Agreement)
        return withPlace((event.title == QLatin1StringView("Ceasefire") ? ReadingText::tr("%1 said to be agreed")
                                                                        : ReadingText::tr("%1 said to be reached"))
                             .arg(event.title),
                         place, relation);
    if (pact)
        return withPlace(ReadingText::tr("%1 reported broken").arg(event.title), place, relation);
    QString what = event.title;
    if (event.continuing && event.weapons.size() > 1) {
        QStringList weapons;
        for (const int token : event.weapons)
            weapons << tokens.word(token).toString();
        weapons.removeDuplicates();
        what = ReadingText::tr("Continued use of %1").arg(listOf(weapons));
    } else if (event.continuing) {
        what = ReadingText::tr("Continued %1").arg(withSmallFirst(event.title));
    }
    return withPlace(what, place, relation);
}

QString titleFrom(const Loss &loss, const QString &place)
{
    static constexpr std::array words{
        QT_TRANSLATE_NOOP("Reading", "killed"),    QT_TRANSLATE_NOOP("Reading", "wounded"),
        QT_TRANSLATE_NOOP("Reading", "captured"),  QT_TRANSLATE_NOOP("Reading", "missing"),
        QT_TRANSLATE_NOOP("Reading", "displaced"), QT_TRANSLATE_NOOP("Reading", "destroyed")};
    const QString whom = loss.ofWhom.isEmpty() ? QString() : u' ' + loss.ofWhom;
    const QString what =
        ReadingText::tr("%1%2 reported %3")
            .arg(numbersOf(loss), whom, ReadingText::tr(words.at(static_cast<std::size_t>(loss.kind))));
    return withPlace(what, place, LocationWords::Relation::In);
}

} // namespace dateline
