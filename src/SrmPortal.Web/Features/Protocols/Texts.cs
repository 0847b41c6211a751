namespace SrmPortal.Web.Features.Protocols;

public sealed class Texts;
