#include "base/zipwriting.h"
#include "exchange/kml.h"
#include "exchange/output.h"
#include "map/markpainter.h"

#include <QBuffer>
#include <QFile>
#include <QImage>

namespace dateline
{

Result<void> writeKmz(ExportJob &job)
{
    const QString document = job.folder + QStringLiteral("/doc.kml.part");
    if (const Result<void> written = writeKmlDocument(job, document, true); !written)
        return written;
    // The document first: it is what programs open.
    std::vector<ZippedFile> entries{{"doc.kml", {}, document}};
    for (int kind = 0; kind < kindCount; ++kind) {
        constexpr double diameter = 32; // pixels
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        kindImage(static_cast<Kind>(kind), lightTheme(), diameter, 2).save(&png, "png");
        entries.push_back({"icons/kind-" + QByteArray::number(kind) + ".png", png.data(), {}});
    }
    const Result<void> zipped = writeZip(job.path(), entries);
    QFile::remove(document);
    return zipped.transform_error([](const Error &error) { return unwritable(error.message); });
}

} // namespace dateline
