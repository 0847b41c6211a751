using System.Diagnostics.CodeAnalysis;
using SrmPortal.Data.Links;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail;

/// <summary>
/// The addresses in one mail: under <c>Portal:PublicUrl</c>, never from a request's Host header. A secret link is made here, while
/// the mail is written: neither the announcement nor any row holds it, and a mail that is sent again carries the same one.
/// </summary>
[SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "They are written, not opened.")]
public sealed class MailLinks(string publicUrl, Func<LinkPurpose, long, Task<string>> token)
{
    private readonly string _publicUrl = publicUrl.TrimEnd('/');

    /// <summary>A page: <c>/events/20067776/0</c>.</summary>
    public string To(string path) => path.StartsWith('/') ? _publicUrl + path : throw new ArgumentException($"{path} does not begin with a slash.", nameof(path));

    /// <summary>A page that the link alone opens.</summary>
    /// <param name="purpose">What it lets somebody do.</param>
    /// <param name="subjectId">The account or registration that it lets in.</param>
    /// <param name="path">With the token's place: <c>/activate/{0}</c>.</param>
    public async Task<string> Secret(LinkPurpose purpose, long subjectId, string path) =>
        To(path.Replace("{0}", await token(purpose, subjectId), StringComparison.Ordinal));
}
