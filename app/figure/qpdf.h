#pragma once

// All that the module uses of qpdf, which clang does not compile as it is: for a default argument it wants the whole of
// a type that the header of qpdf 12 only names. Nothing here calls what has that argument.
#ifdef __clang__
namespace qpdf::pl
{
struct Link
{};
} // namespace qpdf::pl
#endif

#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
