#include "domain/names.h"

namespace dateline
{

QString foldedName(QStringView name)
{
    QString folded;
    folded.reserve(name.size());
    const QString decomposed = name.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : decomposed) {
        if (!c.isMark())
            folded.append(c);
    }
    return folded.simplified();
}

bool namesIn(QStringView text, QStringView name)
{
    return foldedNamesIn(foldedName(text), foldedName(name));
}

bool foldedNamesIn(const QString &words, const QString &wanted)
{
    if (wanted.size() < 2)
        return false;
    for (qsizetype at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
        if (at == 0 || !words[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace dateline
