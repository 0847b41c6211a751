namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The texts of this feature, by their English; their Russian is beside it.</summary>
public sealed class Texts;
