namespace SrmPortal.Web.Features.Team;

/// <summary>Texts of this feature.</summary>
public sealed class Texts;
