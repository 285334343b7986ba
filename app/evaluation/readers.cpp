#include "evaluation/readers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QXmlStreamReader>

namespace dateline
{

std::unexpected<Error> malformed(const CorpusFile &file, const QString &why)
{
    return failure(Error::Kind::Malformed,
                   QCoreApplication::translate("Evaluation", "%1 cannot be read as a corpus: %2").arg(file.path, why),
                   file.path);
}

std::unexpected<Error> malformed(const CorpusFile &file, const QXmlStreamReader &xml)
{
    return malformed(file,
                     QCoreApplication::translate("Evaluation", "line %1 is not well-formed XML").arg(xml.lineNumber()));
}

LabelledText labelledText(const QString &name, const QString &text)
{
    LabelledText labelled{.name = name, .document = {}};
    labelled.document.title = name;
    labelled.document.text = text;
    return labelled;
}

QString textOf(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.removeFirst();
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

} // namespace dateline
